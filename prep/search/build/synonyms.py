# -*- coding: utf-8 -*-
import csv,re,json,unicodedata,collections,sys
sys.argv=['x']; exec(open('/tmp/prep/search/build/relevance.py',encoding='utf-8').read().split("if __name__=='__main__'")[0])
def fold(s):
    s=unicodedata.normalize('NFD',N(s).lower()).replace('đ','d'); s=''.join(c for c in s if not unicodedata.combining(c)); return re.sub(r'[^a-z0-9]+',' ',s).strip()
FN={c:' '+fold(n)+' ' for c,n in NAME.items()}
def hits(p): return sum(' '+fold(p)+' ' in n for n in FN.values())
# ---------- no answer
NA=[
('giấy phép lao động cho người nước ngoài','plain','','labour ministry matters are not in the catalogue'),
('work permit','english','','same'),
('XKLĐ','abbreviation','','xuất khẩu lao động, not in the catalogue'),
('di xuat khau lao dong nhat ban','everyday','','same'),
('trợ cấp thất nghiệp','plain','1.001601','only drawing it for another person is there'),
('BHTN','abbreviation','1.002051','only the contribution registration names BHTN'),
('thủ tục nghỉ hưu','everyday','2.000605','the ordinary pension decision is missing; only commune officers, transfers and payments'),
('giấy xác nhận khuyết tật','plain','','no title contains khuyết tật'),
('trợ cấp người khuyết tật','plain','','same'),
('disability allowance','english','','same'),
('trợ cấp người cao tuổi 80 tuổi','everyday','','social protection not in the catalogue'),
('mai táng phí','plain','2.000821','the word stands in no title; 2.002913 (interconnected death group) is not in the catalogue'),
('chuyển trường cho con','everyday','','education ministry not in the catalogue'),
('mất bằng tốt nghiệp cấp 3','everyday','2.000908','only the general copy from the register'),
('thi tot nghiep thpt','abbreviation','','same'),
('công nhận bằng đại học nước ngoài','plain','','same'),
('school transfer','english','','same'),
('giấy khám sức khỏe lái xe','everyday','','health ministry not in the catalogue'),
('chứng chỉ hành nghề khám chữa bệnh','plain','','same'),
('giấy phép karaoke','plain','2.001478|1.003204','only the security condition certificate'),
('hợp pháp hóa lãnh sự','plain','','foreign ministry not in the catalogue'),
('đăng ký nhãn hiệu logo','everyday','','intellectual property not in the catalogue'),
('đăng ký nghĩa vụ quân sự','plain','','defence ministry not in the catalogue'),
('lắp điện kế','everyday','','electricity not in the catalogue'),
('giấy phép bán rượu','everyday','','industry and trade not in the catalogue'),
]
for q_,k,e,n in NA:
    for c in filter(None,e.split('|')): assert c in NAME
with open('no-answer.csv','w',encoding='utf-8',newline='') as f:
    w=csv.writer(f,lineterminator='\n');w.writerow(['query','kind','nearest','note']);w.writerows(NA)
# ---------- synonyms
S=[]
def s(say,means): S.append({'say':say,'means':means})
# identity, residence, civil status
s(['cccd','căn cước công dân','cmnd','cmt','chứng minh thư','chứng minh nhân dân','thẻ căn cước công dân'],['thẻ căn cước','căn cước','chứng minh nhân dân'])
s(['id card','identity card','citizen id','national id'],['thẻ căn cước','căn cước'])
s(['vneid','định danh mức 2','tài khoản định danh','digital identity','e-identity'],['tài khoản định danh điện tử','căn cước điện tử','định danh'])
s(['mức 1','mức 2'],['mức độ 01','mức độ 02'])
s(['hộ khẩu','sổ hộ khẩu','nhập khẩu','nhập hộ khẩu','chuyển hộ khẩu','kt1','permanent residence','household registration'],['đăng ký thường trú','thường trú'])
s(['cắt khẩu','cắt hộ khẩu','xóa hộ khẩu','xóa khẩu'],['xóa đăng ký thường trú'])
s(['tách khẩu','tách hộ khẩu','tách sổ hộ khẩu'],['tách hộ'])
s(['kt2','kt3','sổ tạm trú','ở trọ','thuê trọ','nhà trọ','temporary residence'],['đăng ký tạm trú','tạm trú'])
s(['khách ngủ lại','ngủ qua đêm','overnight stay','notice of stay'],['lưu trú'])
s(['đi vắng','vắng nhà','temporary absence'],['tạm vắng'])
s(['ct07','xác nhận cư trú','proof of residence','residence certificate'],['xác nhận thông tin về cư trú'])
s(['giấy khai sinh','làm khai sinh','mới sinh','em bé','trẻ sơ sinh','birth certificate','birth registration','newborn'],['khai sinh'])
s(['trích lục','bản sao khai sinh','bản sao giấy khai sinh'],['trích lục hộ tịch','bản sao giấy khai sinh'])
s(['giấy chứng tử','chứng tử','báo tử','giấy báo tử','qua đời','death certificate','death registration'],['khai tử'])
s(['hôn thú','giấy hôn thú','cưới','lấy vợ','lấy chồng','giấy kết hôn','marriage','marriage registration','marriage certificate'],['kết hôn'])
s(['độc thân','giấy độc thân','chứng nhận độc thân','single status','certificate of no impediment'],['tình trạng hôn nhân'])
s(['ly dị','divorce'],['ly hôn'])
s(['đổi tên','đổi họ','sửa tên','sửa ngày sinh','sửa năm sinh','sửa giấy khai sinh','sai thông tin','change of name','change name','name change'],['thay đổi cải chính bổ sung thông tin hộ tịch','cải chính'])
s(['việt kiều','người nước ngoài','lấy chồng nước ngoài','lấy vợ nước ngoài','chồng tây','vợ tây','foreigner','foreign'],['yếu tố nước ngoài','người nước ngoài','định cư ở nước ngoài'])
s(['con nuôi','nhận con nuôi','xin con nuôi','adoption','adopt a child'],['nuôi con nuôi','làm con nuôi'])
s(['con ngoài giá thú','nhận con','nhận cha','nhận bố','paternity'],['nhận cha mẹ con'])
s(['người giám hộ','guardian','guardianship'],['giám hộ'])
s(['trẻ nhỏ','con nít','trẻ con','child','children'],['trẻ em','người dưới 14 tuổi','trẻ em dưới 6 tuổi'])
s(['lltp','tiền án','tiền sự','không có tiền án tiền sự','giấy xác nhận hạnh kiểm','criminal record','police check','police clearance'],['lý lịch tư pháp'])
s(['song tịch','quốc tịch kép','citizenship','nationality','naturalisation','naturalization'],['quốc tịch'])
s(['sao y','sao y bản chính','công chứng bản sao','photo công chứng','công chứng giấy tờ','certified copy','certified true copy'],['chứng thực bản sao từ bản chính','chứng thực bản sao'])
s(['xác nhận chữ ký','công chứng chữ ký','giấy ủy quyền','signature certification'],['chứng thực chữ ký'])
s(['công chứng','notary','notarise','notarize'],['công chứng','chứng thực'])
s(['dịch thuật','công chứng dịch','bản dịch','translation'],['chữ ký người dịch'])
s(['thừa kế','chia tài sản','chia đất','inheritance'],['di sản','thừa kế'])
s(['di chúc','last will','testament'],['di chúc'])
# travel
s(['passport','pát pót','hộ chiếu'],['hộ chiếu phổ thông','hộ chiếu'])
s(['visa','e-visa','evisa','visa điện tử'],['thị thực','thị thực điện tử'])
s(['miễn visa','giấy miễn visa','visa exemption'],['miễn thị thực'])
s(['trc','temporary residence card'],['thẻ tạm trú'])
s(['prc','permanent residence card'],['thẻ thường trú'])
s(['apec','thẻ apec','thẻ doanh nhân','business travel card'],['thẻ abtc'])
s(['sổ thông hành','giấy qua biên giới','border pass','laissez-passer'],['giấy thông hành'])
# vehicle
s(['gplx','bằng lái','bằng lái xe','giấy phép lái','bằng xe máy','bằng ô tô','driving licence','driving license','driver license','driver licence'],['giấy phép lái xe'])
s(['idp','bằng lái quốc tế','gplx quốc tế','international driving permit','international driving licence'],['giấy phép lái xe quốc tế'])
s(['giấy tờ xe','cà vẹt','cà vẹt xe','đăng ký xe','giấy xe','cavet','vehicle registration','car registration','vehicle papers'],['chứng nhận đăng ký xe','đăng ký xe'])
s(['biển số','bảng số','bảng số xe','bấm biển','biển vàng','number plate','licence plate','license plate'],['biển số xe'])
s(['sang tên xe','mua xe cũ','bán xe','chuyển chủ xe','transfer of ownership'],['thay đổi chủ xe','sang tên xe'])
s(['xe mới','đăng ký xe mới'],['đăng ký xe lần đầu','biển số xe lần đầu'])
s(['đăng kiểm','khám xe','đăng kiểm xe','tem đăng kiểm','giấy đăng kiểm','vehicle inspection'],['kiểm định','giấy chứng nhận kiểm định','đăng kiểm'])
s(['khí thải','emission test','emissions'],['kiểm định khí thải'])
s(['độ xe','hoán cải','xe độ'],['cải tạo'])
s(['xe hơi','xe con','xe máy','ô tô','xế hộp','oto','car','motorbike','motorcycle'],['xe ô tô','xe cơ giới','xe mô tô','xe gắn máy'])
s(['kdvt','chạy dịch vụ','xe dịch vụ','chạy taxi','xe hợp đồng','xe khách','transport business'],['kinh doanh vận tải'])
s(['ghe','xuồng','thuyền','boat'],['phương tiện thủy nội địa','tàu thuyền','tàu cá','bến thủy nội địa'])
# land, house
s(['sổ đỏ','sổ hồng','bìa đỏ','bìa hồng','giấy tờ đất','giấy đất','gcn qsdđ','gcnqsdđ','cnqsdđ','gcn','land title','red book','pink book','land use right certificate'],['giấy chứng nhận quyền sử dụng đất','giấy chứng nhận'])
s(['qsdđ','qsd đất','quyền sử dụng','land use right'],['quyền sử dụng đất'])
s(['sang tên đất','sang tên nhà','sang tên sổ','mua bán đất','mua bán nhà đất','cho đất','tặng đất','chuyển nhượng','land transfer'],['đăng ký biến động','chuyển nhượng','tặng cho quyền sử dụng đất'])
s(['tách sổ','tách thửa','chia lô','cắt đất','nhập thửa','gộp thửa'],['tách thửa hoặc hợp thửa'])
s(['thổ cư','lên thổ cư','đất vườn','chuyển đổi đất','đất ở'],['chuyển mục đích sử dụng đất'])
s(['cầm sổ','thế chấp','thế chấp nhà','thế chấp đất','vay ngân hàng','mortgage'],['biện pháp bảo đảm'])
s(['xóa thế chấp','giải chấp'],['xóa đăng ký biện pháp bảo đảm'])
s(['tranh chấp đất','lấn đất','ranh giới đất','land dispute'],['tranh chấp đất đai'])
s(['gpxd','xây nhà','cất nhà','phép xây dựng','construction permit','building permit'],['giấy phép xây dựng'])
s(['sửa nhà','cơi nới','nâng tầng','house repair','renovation'],['giấy phép xây dựng sửa chữa cải tạo'])
s(['noxh','nhà xã hội','nhà giá rẻ','nhà thu nhập thấp','social housing'],['nhà ở xã hội'])
s(['ký túc xá','ktx','dormitory'],['nhà ở sinh viên'])
# tax and business
s(['mst','mã số thuế','tax code','tax number'],['mã số thuế','đăng ký thuế'])
s(['tncn','thuế thu nhập','personal income tax'],['thu nhập cá nhân','tncn'])
s(['tndn','corporate income tax'],['thu nhập doanh nghiệp','tndn'])
s(['gtgt','vat','value added tax'],['giá trị gia tăng','gtgt'])
s(['trả lại thuế','lấy lại thuế','tax refund'],['hoàn thuế'])
s(['nợ thuế','trả góp thuế','tax debt'],['nộp dần tiền thuế nợ','tiền thuế nợ'])
s(['không nợ thuế','xác nhận thuế','tax clearance'],['xác nhận thực hiện nghĩa vụ thuế'])
s(['trước bạ','phí trước bạ','thuế trước bạ','registration fee'],['lệ phí trước bạ'])
s(['thuế đất','thuế nhà đất','land tax'],['thuế sử dụng đất'])
s(['bán nhà','bán đất','cho thuê nhà','phòng trọ','nhà cho thuê'],['bất động sản'])
s(['hóa đơn','hóa đơn đỏ','invoice','e-invoice'],['hóa đơn điện tử'])
s(['hkd','hộ cá thể','kinh doanh cá thể','mở quán','mở tiệm','mở cửa hàng','buôn bán nhỏ','tạp hóa','household business','business household'],['hộ kinh doanh'])
s(['đkkd','giấy phép kinh doanh','gpkd','mở công ty','lập công ty','business registration','business licence','company registration'],['đăng ký thành lập','đăng ký doanh nghiệp','đăng ký hộ kinh doanh'])
s(['cty','công ty','company'],['công ty','doanh nghiệp'])
s(['tnhh mtv','tnhh 1tv','tnhh một thành viên','single member llc'],['công ty tnhh một thành viên'])
s(['tnhh','llc','limited liability company'],['công ty tnhh','trách nhiệm hữu hạn'])
s(['ctcp','cty cp','joint stock company'],['công ty cổ phần'])
s(['dntn','private enterprise','sole proprietorship'],['doanh nghiệp tư nhân'])
s(['htx','cooperative'],['hợp tác xã'])
s(['đóng cửa','dẹp tiệm','nghỉ bán','nghỉ kinh doanh','đóng công ty','phá sản','close business','dissolve'],['chấm dứt hoạt động','giải thể'])
s(['tạm nghỉ','tạm đóng cửa','nghỉ tạm','suspend business'],['tạm ngừng kinh doanh'])
s(['con dấu','khắc dấu','mộc tròn','company seal'],['mẫu con dấu'])
s(['antt','an ninh trật tự','security certificate'],['an ninh trật tự'])
s(['pccc','phòng cháy','cứu hỏa','fire safety','fire prevention'],['phòng cháy chữa cháy','phòng cháy và chữa cháy'])
s(['atvstp','attp','vệ sinh an toàn thực phẩm','food safety'],['an toàn thực phẩm'])
# insurance, support
s(['bhyt','thẻ bảo hiểm','bảo hiểm y tế','health insurance'],['bhyt','bảo hiểm y tế'])
s(['bhxh','bảo hiểm xã hội','sổ bảo hiểm','social insurance'],['bhxh','bảo hiểm xã hội'])
s(['bhtn','thất nghiệp','unemployment'],['bhtn','trợ cấp thất nghiệp'])
s(['1 lần','rút một lần','rút bảo hiểm','lump sum'],['một lần'])
s(['nghỉ đẻ','tiền sinh','tiền thai sản','nghỉ sinh','maternity'],['chế độ thai sản','thai sản'])
s(['nghỉ ốm','nghỉ bệnh','sick leave','sickness benefit'],['chế độ ốm đau'])
s(['dưỡng sức','nghỉ dưỡng','recuperation'],['dsphsk'])
s(['tnlđ','tai nạn lao động','work accident','occupational accident'],['tnlđ','tai nạn'])
s(['bnn','bệnh nghề nghiệp','occupational disease'],['bnn'])
s(['hưu trí','nghỉ hưu','tiền hưu','pension','retirement'],['lương hưu'])
s(['lãnh thay','lãnh hộ','lãnh giùm','nhận thay','nhận hộ','lĩnh hộ'],['lĩnh thay'])
s(['atm','chuyển khoản','tài khoản ngân hàng','bank account'],['tài khoản cá nhân'])
s(['viện phí','tiền khám bệnh','hospital fee'],['chi phí khám chữa bệnh'])
s(['tiền tuất','tuất','survivor benefit'],['tử tuất'])
s(['liệt sĩ','gia đình liệt sĩ','martyr'],['liệt sỹ'])
s(['chất độc da cam','da cam','dioxin','agent orange'],['chất độc hoá học'])
s(['người có công','thương binh','cựu chiến binh','war invalid','veteran'],['thương binh','kháng chiến'])
s(['nghèo','sổ nghèo','sổ hộ nghèo','poor household'],['hộ nghèo','hộ cận nghèo'])
s(['luật sư miễn phí','tư vấn miễn phí','legal aid'],['trợ giúp pháp lý'])
s(['kiện ra tòa','đơn kiện','đi kiện','lawsuit'],['đơn khởi kiện'])
s(['cai nghiện','rehab','drug rehabilitation'],['cai nghiện ma túy'])
# farming, environment
s(['bvtv','thuốc trừ sâu','thuốc sâu','thuốc cỏ','pesticide'],['thuốc bảo vệ thực vật'])
s(['heo','lợn','trại heo','trại lợn','trại gà','trâu bò','gia súc','livestock'],['chăn nuôi','động vật trên cạn','gia súc','vật nuôi'])
s(['đánh cá','đánh bắt cá','đi biển','fishing'],['khai thác thủy sản','tàu cá'])
s(['nuôi cá','nuôi tôm','cá bè','lồng bè','aquaculture'],['nuôi trồng thủy sản'])
s(['giếng','khoan giếng','nước ngầm','groundwater'],['nước dưới đất'])
s(['đtm','đánh giá tác động','environmental impact assessment','eia'],['đánh giá tác động môi trường'])
s(['gpmt','environmental permit','environmental licence'],['giấy phép môi trường'])
# verbs and offices
s(['làm lại','mất','bị mất','lost','replace','reissue'],['cấp lại','trình báo mất'])
s(['hết hạn','sắp hết hạn','renew','renewal','expired'],['đổi','cấp đổi','gia hạn'])
s(['thêm thời gian','kéo dài','extend','extension'],['gia hạn'])
s(['hủy','cancel','revoke'],['xóa','hủy','chấm dứt','thu hồi'])
json_s=json.dumps
# drop groups with no effect or accidental text
S=[g for g in S]
for g in S: g['say']=[x for x in g['say'] if x!='đăng ký hết hôn']
zero=[(m,g['say'][0]) for g in S for m in g['means'] if hits(m)==0]
print('groups',len(S),'means with no title:',zero)
json.dump(S,open('synonyms.json','w',encoding='utf-8'),ensure_ascii=False,indent=1)
open('build/synonym-hits.tsv','w').write('\n'.join(f"{hits(m)}\t{m}\t<- {g['say'][0]}" for g in S for m in g['means']))
