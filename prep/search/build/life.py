# -*- coding: utf-8 -*-
import csv,re,json,unicodedata,collections
nfc=lambda s:unicodedata.normalize('NFC',s); N=lambda s:re.sub(r'\s+',' ',nfc(s)).strip()
R=list(csv.DictReader(open('/work/shared/data/procedure_catalogue.csv',encoding='utf-8',newline='')))
FIELDS={N(r['field']) for r in R}
E=[]
def ev(id,vi,en,fields=(),any=(),none=(),never=()):
    for f in fields: assert f in FIELDS,f
    E.append(dict(id=id,vi=vi,en=en,rule=dict(fields=list(fields),name_any=[x for x in any],name_none=list(none),name_never=list(never))))
ev('birth','Sinh con, nuôi con','Having and raising a child',['Nuôi con nuôi'],['khai sinh','nhận cha, mẹ, con','giám hộ','con nuôi','trẻ em','thai sản','người dưới 14 tuổi'],['trợ cấp một lần'],['tổ chức con nuôi'])
ev('marriage','Kết hôn, ly hôn','Marriage and divorce',[],['kết hôn','hôn nhân','ly hôn','vợ và chồng'])
ev('death','Người thân qua đời','When someone dies',[],['khai tử','tử tuất','di chúc','di sản','thừa kế','đã chết','bị chết','tiền tuất','không có người thừa kế'],['tàu','chứng khoán'])
ev('residence','Nơi ở, cư trú','Where you live',['Đăng ký, quản lý cư trú'],['thường trú','tạm trú','lưu trú'],['người nước ngoài','thị thực','lý lịch','giấy thông hành','tay lái','chủ phương tiện','giao đất','con nuôi'])
ev('identity','Căn cước, giấy tờ cá nhân','Identity and personal papers',['Cấp, quản lý căn cước','Định danh và xác thực điện tử','Lý lịch tư pháp','Hộ tịch','Chứng thực'],['căn cước','hộ tịch','lý lịch tư pháp'])
ev('travel','Hộ chiếu, đi nước ngoài','Passport and going abroad',[],['hộ chiếu','giấy thông hành','tem “ab”','thẻ abtc','liên quan đến xuất nhập cảnh','hành lý','đăng ký xuất cảnh, nhập cảnh'],['công dân lào'])
ev('driving','Lái xe, xe cộ','Driving and vehicles',['Sát hạch, cấp giấy phép lái xe','Đăng ký, quản lý phương tiện giao thông cơ giới, xe máy chuyên dùng','Kiểm tra kiến thức pháp luật về trật tự, an toàn giao thông đường bộ','Bảo đảm trật tự, an toàn giao thông đường bộ'],['kinh doanh vận tải bằng xe','phù hiệu','liên vận','vận tải đường bộ','lưu hành xe','thời gian lưu hành tại việt nam','xe tập lái','lái xe','xe cơ giới','xe mô tô','xe ô tô','biển số xe','xác định xe'],['bảo hiểm','hải quan','nhập khẩu','đường sắt','miễn trừ','chuyển nhượng, cho, tặng','tái xuất','hoàn thuế','công trình thủy lợi','đăng kiểm viên','sản xuất, lắp ráp','phụ tùng','đủ điều kiện hoạt động','nút giao','hải quan đối với','bến phà'])
ev('home-land','Nhà ở, đất đai, xây dựng','Home, land and building',['Đất đai','Nhà ở và công sở','Tài chính đất đai','Kinh doanh bất động sản','Hoạt động xây dựng','Quy hoạch đô thị và nông thôn','Hạ tầng kỹ thuật'],['quyền sử dụng đất','nhà ở','tiền thuê đất','tiền sử dụng đất','bất động sản','nhà, đất'],['quỹ đầu tư','chứng khoán'])
ev('tax','Thuế, lệ phí','Taxes and fees',['Thuế','Quản lý thuế, phí, lệ phí và thu khác của ngân sách nhà nước'],['lệ phí trước bạ','thu nhập cá nhân'],[])
ev('insurance','Bảo hiểm y tế, bảo hiểm xã hội, lương hưu','Health and social insurance, pension',['Thực hiện chính sách BHXH','Chi trả các chế độ BHXH','Thực hiện chính sách BHYT','Thu BHXH, BHYT, BHTN, BH tai nạn lao động, BNN','Cấp sổ BHXH, thẻ BHYT'],['bảo hiểm y tế','bảo hiểm xã hội','bhyt','bhxh','lương hưu'],['bảo hiểm hưu trí'])
ev('support','Trợ cấp, người có công, hộ nghèo','Allowances, people of merit, poverty',['Chính sách','Người có công','Giảm nghèo'],['trợ cấp','thương binh','liệt sỹ','hộ nghèo','chế độ, chính sách đối với','trợ giúp pháp lý','nhà ở xã hội','đăng ký cai nghiện ma túy'],['chủ đầu tư','đầu tư xây dựng'])
ev('work-study','Việc làm, học tập, thi, hành nghề','Work, study, exams and professions',['Tổ chức, cán bộ','Luật sư','Công chứng','Thừa phát lại','Quản tài viên','Kiến trúc','Thi đua – Khen thưởng','Thi đua khen thưởng'],['chứng chỉ hành nghề','dự thi','thi cấp','thi chứng chỉ','phúc khảo','tuyển sinh','tuyển chọn','tuyển lao động','sinh viên','sổ thuyền viên','tập sự','người lao động','thẻ tư vấn viên','giám định viên','chứng chỉ chuyên môn','giáo viên'],['cổ phiếu'])
ev('business','Mở và điều hành kinh doanh','Starting and running a business',['Thành lập và hoạt động của doanh nghiệp','Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)','Thành lập và hoạt động của tổ hợp tác, hợp tác xã, liên hiệp hợp tác xã','Thành lập và hoạt động của tổ hợp tác','Thành lập và hoạt động doanh nghiệp xã hội','Hỗ trợ doanh nghiệp nhỏ và vừa','Hỗ trợ doanh nghiệp','Hỗ trợ pháp lý cho doanh nghiệp nhỏ và vừa','Hỗ trợ tổ hợp tác, hợp tác xã, liên hiệp hợp tác xã','Đăng ký, quản lý con dấu','Quản lý ngành nghề đầu tư, kinh doanh có điều kiện về an ninh, trật tự','Phòng cháy, chữa cháy','Đầu tư tại Việt nam'],['hộ kinh doanh','hóa đơn điện tử','hoá đơn điện tử','kinh doanh vận tải'])
ev('farm-environment','Nông nghiệp, thủy sản, rừng, môi trường','Farming, fishing, forest, environment',['Nông nghiệp','Trồng trọt','Trồng trọt và Bảo vệ thực vật','Chăn nuôi','Thú y','Thủy sản','Lâm nghiệp','Kiểm lâm','Kinh tế hợp tác và Phát triển nông thôn','Quản lý chất lượng nông lâm sản và thủy sản','Đầu tư vào nông nghiệp, nông thôn','Thủy lợi','Quản lý Đê điều và Phòng, chống thiên tai','Môi trường','Tài nguyên nước','Bảo tồn thiên nhiên và Đa dạng sinh học'],['bảo hiểm nông nghiệp','nước dưới đất'])
ev('foreigners','Người nước ngoài, người Việt ở nước ngoài','Foreigners and Vietnamese abroad',['Quốc tịch'],['yếu tố nước ngoài','người nước ngoài','thị thực','định cư ở nước ngoài','người gốc việt nam','không quốc tịch','công dân lào','thẻ thường trú'],['chứng khoán','trò chơi điện tử'])
ev('justice','Khiếu nại, tòa án, pháp luật','Complaints, courts and the law',['Khiếu nại, tố cáo','Tòa án','Trợ giúp pháp lý','Thi hành án dân sự','Bồi thường nhà nước','Hòa giải ở cơ sở','Tư vấn pháp luật','Thanh toán chi phí tố tụng'],['khiếu nại','tố cáo','khởi kiện','thi hành án','tranh chấp','bồi thường','trợ giúp pháp lý'],['bảo hiểm','tái định cư','chấm dứt hợp đồng','hải quan','không có tranh chấp','khai thuế'])
def m(e,r):
    n=N(r['name']).lower(); u=e['rule']
    if any(x in n for x in u['name_never']): return False
    return N(r['field']) in u['fields'] or (any(x in n for x in u['name_any']) and not any(x in n for x in u['name_none']))
cov=collections.Counter()
for e in E:
    L=[r for r in R if m(e,r)]
    for r in L: cov[r['code']]+=1
    e['count']=len(L); e['count_by_field']=sum(N(r['field']) in e['rule']['fields'] for r in L); e['count_by_name_only']=e['count']-e['count_by_field']
    e['count_commune']=sum('Cấp xã' in r['level'] for r in L)
    if __name__=='__main__':
        print('##',e['id'],e['count'],e['count_by_field'],e['count_commune']); 
        for r in L:
            if N(r['field']) not in e['rule']['fields']: print('   ',r['code'],N(r['field'])[:22],'|',N(r['name'])[:105])
print('covered',len(cov),'none',len(R)-len(cov),'multi',sum(v>1 for v in cov.values()))
u=collections.Counter(N(r['field']) for r in R if r['code'] not in cov)
print(u.most_common(70))
AG={'bo-cong-an':('Bộ Công an','CSV titles, e.g. 1.000771'),'bo-xay-dung':('Bộ Xây dựng','VIETNAM.md 1.4; CSV titles, e.g. 1.012899'),'bo-nong-nghiep-mt':('Bộ Nông nghiệp và Môi trường','CSV titles, e.g. 1.012751'),'bo-tai-chinh':('Bộ Tài chính','VIETNAM.md section 4'),'bo-tu-phap':('name not sourced','VIETNAM.md section 4 gives only "Tư pháp"'),'ngan-hang-nha-nuoc':('Ngân hàng Nhà nước','CSV titles, e.g. 1.001285; VIETNAM.md section 4 gives "NHNN"'),'toa-an-nhan-dan':('name not sourced','VIETNAM.md section 4 gives only "Tòa án"')}
lev=collections.Counter(r['level'] for r in R); at=collections.Counter(x.strip() for r in R for x in r['level'].split(','))
out=dict(source='/work/shared/data/procedure_catalogue.csv',total=len(R),
 how="Compare NFC, lower case, runs of white space as one space. A procedure belongs to an event when its name contains none of name_never, and either its field is in fields, or its name contains any of name_any and none of name_none. Marks count. A procedure may belong to several events.",
 covered=len(cov),in_no_event=len(R)-len(cov),in_several=sum(v>1 for v in cov.values()),
 events=E,
 in_no_event_largest_fields=[dict(field=f,count=c) for f,c in u.most_common(12)],
 agencies=[dict(code=a,vi=AG[a][0],source=AG[a][1],count=c) for a,c in collections.Counter(r['agency'] for r in R).most_common()],
 levels=dict(atoms=[dict(vi=k,count=v) for k,v in at.most_common()],combinations=[dict(vi=k,count=v) for k,v in lev.most_common()]))
json.dump(out,open('/tmp/prep/search/life-events.json','w',encoding='utf-8'),ensure_ascii=False,indent=1)
