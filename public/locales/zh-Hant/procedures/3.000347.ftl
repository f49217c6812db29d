# Traditional Chinese, translated by machine from the Vietnamese in November 2026. Nobody who speaks it has read it: docs/languages/zh-Hant.md.

## Đổi giấy phép lái xe

name = 更換駕照
summary = 更換即將到期、已經到期、損壞或資料有誤的駕照。您領取新駕照，並交回舊駕照。
agency = 省公安廳交通警察科
notices-1 = 這是示範，不是正式的公共服務。如要真正更換駕照，請使用國家公共服務門戶，或到公安機關辦理。
notices-2 = 這裡的內容是草稿。第108/2026/TT-BCA號通知從2026年7月1日起適用，但編寫者還沒有讀過這份文本。正式的問題和材料可能不同。文件的限制和照片的尺寸由編寫者訂定。
notices-3 = 級別轉換表取自網上的資訊網頁，還沒有與法律文本核對。FB2、FC、FD、FE級的轉換方法是編寫者的理解。舊法律的A1、A2、A3級不需要體檢證明這一點，也是如此。
notices-4 = 您的回答代替更換駕照申請書（第12/2025/TT-BCA號通知附錄XII）。不用提交這份申請書。
notices-5 = 這裡不繳費，也不在設備上簽名（數碼簽名）。這裡只顯示收費。請向公安機關詢問繳費方法。
who-1 = 持有越南簽發的駕照的越南公民
who-2 = 持有越南簽發的駕照、定居國外的越南人
who-3 = 持有越南簽發的駕照的外國人
prepare-1-text = 現有的駕照
prepare-1-hint = 正面和背面的彩色照片
prepare-2-text = 身份證
prepare-2-hint = 正面和背面的彩色照片
prepare-3-text = 肖像照片
prepare-3-hint = JPG或PNG文件
prepare-4-text = 駕駛人體檢證明
prepare-4-hint = 舊法律的A1、A2、A3級，以及2025年1月1日起的A1、A、B1級不需要。電子證明只需要編碼；紙本證明必須是原件（正本）。
prepare-5-text = 護照
prepare-5-hint = 只限外國人和定居國外的越南人
prepare-6-text = 處罰決定書
prepare-6-hint = 只限您目前被禁止駕車（被剝奪駕照使用權）的情況
fees-1-label = 一般收費，每張駕照
fees-2-label = VNeID上證件齊全者的優惠收費
fees-2-note = 在線上提交，有VNeID二級帳戶，而且VNeID中已有5種基本證件和駕照。5種證件的名單目前只知道一部分，所以請詢問公安機關。
times-1-note = 如果申請不齊全，機關會在2個工作日內通知。
result-name = 駕照
result-receive-1 = 到交通警察科，或負責這項工作的鄉、坊公安
result-receive-2 = 郵寄
result-note = 必須交回舊駕照，以便作廢。
legal-1-title = 第108/2026/TT-BCA號通知
legal-1-note = 從2026年7月1日起生效，逐步適用至2028年1月1日。編寫者還沒有讀過這份文本。
legal-2-title = 第12/2025/TT-BCA號通知
legal-2-note = 已被取代，過渡期至2027年2月28日。手續頁面（2026年7月閱讀）仍引用這份通知。編寫者從該頁取得須提交的材料。
legal-3-title = 第36/2024/QH15號《道路交通秩序與安全法》第89條
legal-3-note = 2025年1月1日起的駕照級別和舊級別的轉換方法。級別轉換表取自網上的資訊網頁，需要再檢查。
legal-4-title = 第154/2025/TT-BTC號通知
legal-4-note = 2026年1月1日起的手續費。取代第37/2023/TT-BTC號通知；手續頁面仍引用舊通知。
legal-5-title = 第66.22/2026/NQ-CP號決議和第117/2026/TT-BTC號通知
legal-5-note = 從2026年8月15日至2027年2月28日，手續費為0越盾。5種基本證件的名單只讀到一部分。
legal-6-title = 第224/2026/NĐ-CP號議定第14條
legal-6-note = 可以全部在線上辦理的公共服務（全程線上），從2026年7月1日起適用。取代第42/2022/NĐ-CP號議定。

## Thông tin của bạn

who-title = 您的資料
who-body = 請輸入駕照持有人（申請人）的資料。
nationality_kind-label = 您屬於哪種情況？
nationality_kind-why = 外國人和定居國外的越南人還須提交護照。
nationality_kind-missing = 請選擇您的情況
nationality_kind-options-citizen-label = 住在國內的越南公民
nationality_kind-options-overseas-label = 定居國外的越南人
nationality_kind-options-foreigner-label = 外國人
ap_name-label = 姓、中間名和名
ap_name-hint = 按證件上的寫法輸入，聲調符號要齊全
ap_dob-label = 出生日期
ap_dob-hint = 例如：27 3 1990；如果證件只寫年份，只輸入年份
ap_sex-label = 性別
ap_sex-hint = 按證件上所寫選擇
ap_sex-options-male-label = 男
ap_sex-options-female-label = 女
ap_id-label = 個人識別號碼
ap_id-hint = 12位數字，寫在身份證上
ap_id-why = 用來與國家的人口數據（國家人口數據庫）核對。
passport_no-label = 護照號碼
passport_no-hint = 按護照上所寫輸入字母和數字，例如C0000000

## Địa chỉ và liên hệ

contact-title = 地址和聯絡方式
ap_addr-label = 常住地
ap_addr-hint = 您登記長期居住的地方；請選擇2025年7月1日起使用的新省名和新鄉名
ap_addr-help = 如果在越南沒有常住地，請輸入您目前在越南居住的地方。
ap_tel-label = 電話號碼
ap_tel-hint = 有關申請的短訊會發到這個號碼；可以用別人的號碼
ap_tel-why = 以便在申請缺少材料或已有結果時通知您。
ap_mail-label = 電子郵件（email）
ap_mail-hint = 例如：ten@vidu.vn
ap_assist-label = 有人幫您辦理嗎？
ap_assist-hint = 例如：家人、幹部或郵局職員幫您輸入
ap_helper-label = 幫忙者的姓名

## Giấy phép lái xe hiện có

licence-title = 現有的駕照
licence-body = 只填報您目前持有、由越南簽發的駕照。以下駕照用其他手續辦理：遺失的駕照（手續代碼3.000348）、軍隊駕照（3.000349）、人民公安駕照（3.000350）、外國簽發的駕照（3.000351）。
gplx_no-label = 駕照號碼
gplx_no-hint = 通常有12位數字；舊駕照可能不同
gplx_no-why = 用來在交通警察的數據中查找您的駕照。
gplx_class-label = 駕照級別
gplx_class-hint = 請選擇駕照上所寫的所有級別
gplx_class-help = 從2025年1月1日起，各級別有新名稱。同樣的字母可能是兩種不同的級別。例如，舊法律的B1級換成B級或C1級，而2025年1月1日起的B1級是三輪機動車。
gplx_class-why = 從級別可以知道您能換成哪個級別，以及是否需要體檢證明。
gplx_class-missing = 請選擇駕照上所寫的級別
gplx_class-options-old_a1-label = A1（舊法律，2025年1月1日之前）
gplx_class-options-old_a2-label = A2（舊法律，2025年1月1日之前）
gplx_class-options-old_a3-label = A3（舊法律，2025年1月1日之前）
gplx_class-options-old_a4-label = A4（舊法律，2025年1月1日之前）
gplx_class-options-old_b1_auto-label = B1自動變速（舊法律，2025年1月1日之前）
gplx_class-options-old_b1-label = B1（舊法律，2025年1月1日之前）
gplx_class-options-old_b2-label = B2（舊法律，2025年1月1日之前）
gplx_class-options-old_c-label = C（舊法律，2025年1月1日之前）
gplx_class-options-old_d-label = D（舊法律，2025年1月1日之前）
gplx_class-options-old_e-label = E（舊法律，2025年1月1日之前）
gplx_class-options-old_fb2-label = FB2（舊法律，2025年1月1日之前）
gplx_class-options-old_fc-label = FC（舊法律，2025年1月1日之前）
gplx_class-options-old_fd-label = FD（舊法律，2025年1月1日之前）
gplx_class-options-old_fe-label = FE（舊法律，2025年1月1日之前）
gplx_class-options-new_a1-label = A1（2025年1月1日起）
gplx_class-options-new_a1-hint = 不超過125 cm³或不超過11 kW的摩托車
gplx_class-options-new_a-label = A（2025年1月1日起）
gplx_class-options-new_b1-label = B1（2025年1月1日起）
gplx_class-options-new_b1-hint = 三輪機動車
gplx_class-options-new_b-label = B（2025年1月1日起）
gplx_class-options-new_c1-label = C1（2025年1月1日起）
gplx_class-options-new_c-label = C（2025年1月1日起）
gplx_class-options-new_d1-label = D1（2025年1月1日起）
gplx_class-options-new_d2-label = D2（2025年1月1日起）
gplx_class-options-new_d-label = D（2025年1月1日起）
gplx_class-options-new_be-label = BE（2025年1月1日起）
gplx_class-options-new_c1e-label = C1E（2025年1月1日起）
gplx_class-options-new_ce-label = CE（2025年1月1日起）
gplx_class-options-new_d1e-label = D1E（2025年1月1日起）
gplx_class-options-new_d2e-label = D2E（2025年1月1日起）
gplx_class-options-new_de-label = DE（2025年1月1日起）
gplx_issued-label = 簽發日期
gplx_issued-hint = 例如：27 3 2019
gplx_issued-checks-1-message = 簽發日期必須在出生日期之後。請檢查簽發的年份。
gplx_expiry-label = 到期日期
gplx_expiry-hint = 例如：27 3 2029；如果寫明無期限，請留空
gplx_expiry-why = 駕照已到期的，可能要重新考試。
gplx_expiry-checks-1-message = 到期日期必須在簽發日期之後。請檢查這兩個日期。
gplx_expiry-checks-2-message = 按這個日期，駕照已經過期。如果日期正確，您換領前可能要重新考試。
gplx_by-label = 簽發機關
gplx_by-hint = 例如：Sở Giao thông vận tải Nghệ An
suspended-label = 目前是否被剝奪駕照使用權？
suspended-hint = 意思是有處罰決定書，在一段時間內禁止您駕車
suspended-why = 如果是，您還須提交處罰決定書。
suspended-missing = 請說明駕照目前是否被剝奪使用權

## Giấy phép đã hết hạn

expired-title = 駕照已到期
expired-body = 您輸入的「到期日期」已經過去。
expired_info-label = 您可能要重新考試，才能更換。送出申請之前，請詢問交通警察科。您仍然可以繼續填報。
expired_info-help = 根據Nghệ An省的指引網頁，汽車駕照即使只過期一天，也要重新考理論。過期時間越長，要考的部分越多。這一點還沒有與第108/2026/TT-BCA號通知核對。

## Đề nghị đổi

exchange-title = 更換申請
reason-label = 更換原因
reason-missing = 請選擇更換原因
reason-options-expiring-label = 即將到期或已經到期
reason-options-damaged-label = 已損壞
reason-options-wrong_information-label = 資料有誤
reason-options-paper_to_pet-label = 從紙本換成塑膠卡（PET）
reason-options-split-label = 分開合併的駕照
reason-options-split-hint = 把寫有多個級別的駕照分開
reason-options-other-label = 其他
reason_other-missing = 請寫出更換的原因
reason_other-label = 具體原因
reason_other-hint = 最多300個字符
want_class-missing = 請選擇想換成的級別
want_class-label = 想換成的級別
want_class-hint = 只有與您駕照上的級別相對應的級別
want_class-help = 這裡的級別是2025年1月1日起的級別。在這裡只能選擇一個級別。如果駕照上有多個級別，請詢問公安機關其餘級別怎樣更換。
want_class-options-a1-label = A1
want_class-options-a1-hint = 不超過125 cm³或不超過11 kW的摩托車
want_class-options-a_limited-label = A，只限小於175 cm³或小於14 kW的車
want_class-options-a_limited-hint = 適用於舊法律的A1級，以及寫有這項限制的A級
want_class-options-a-label = A
want_class-options-b1-label = B1
want_class-options-b1-hint = 三輪機動車
want_class-options-b_auto-label = B，只限自動變速車
want_class-options-b_auto-hint = 適用於舊法律的B1級自動變速，以及寫有這項限制的B級
want_class-options-b-label = B
want_class-options-c1-label = C1
want_class-options-c-label = C
want_class-options-d1-label = D1
want_class-options-d2-label = D2
want_class-options-d2-hint = 舊法律的D級換成這個級別
want_class-options-d-label = D
want_class-options-d-hint = 舊法律的E級換成這個級別
want_class-options-be-label = BE
want_class-options-c1e-label = C1E
want_class-options-ce-label = CE
want_class-options-d1e-label = D1E
want_class-options-d2e-label = D2E
want_class-options-de-label = DE
want_class-options-special-label = 專用機械車操作人員證書
want_class-options-special-hint = 舊法律的A4級換成這種證書

## Nơi đã học lái xe

training-title = 學習駕駛的地方
training-body = 如果不記得，請留空並繼續。
learned_at-label = 學習駕駛的學校或中心
learned_at-hint = 請輸入學校或中心的名稱
learned_year-label = 學習駕駛的年份
learned_year-hint = 例如：2012
learned_year-checks-1-message = 學習駕駛的年份必須在出生年份之後。

## Giấy khám sức khỏe

health-title = 體檢證明
health-body = 您的駕照級別需要駕駛人體檢證明。
hc_kind-label = 體檢證明的種類
hc_kind-options-electronic-label = 電子證明
hc_kind-options-electronic-hint = 體檢機構已把結果傳到系統，並給了您編碼
hc_kind-options-paper-label = 紙本證明
hc_code-label = 電子體檢證明的編碼
hc_code-hint = 請完全按體檢機構給您的編碼輸入
hc_date-label = 體檢日期
hc_date-hint = 例如：27 10 2026
hc_date-help = 超過12個月的體檢證明可能不被接受。這項規定還沒有再檢查，所以送出之前請詢問公安機關。
hc_clinic-label = 體檢機構
hc_clinic-hint = 請輸入醫院或診所的名稱
hc_clinic-why = 如果體檢機構無權簽發這種證明，申請可能被拒絕。

## Nhận giấy phép mới

receive-title = 領取新駕照
receive-body = 您必須交回舊駕照，以便作廢。
dl_how-label = 領取結果的方式
dl_how-help = 這裡所寫的收費不包括郵費。如果郵寄領取，請向公安機關詢問怎樣交回舊駕照。
dl_how-missing = 請選擇領取結果的方式
dl_how-options-counter-label = 到辦事機關領取
dl_how-options-counter-hint = 交通警察科，或負責這項工作的鄉、坊公安
dl_how-options-post-label = 郵寄到家
dl_same-label = 寄到您輸入的常住地嗎？
dl_same-hint = 常住地是您登記長期居住的地方
dl_same-missing = 請說明是否寄到常住地
dl_addr-label = 收件地址
dl_addr-hint = 請選擇2025年7月1日起使用的新省名和新鄉名
dl_name-label = 收件人姓名
dl_tel-label = 收件人電話號碼
dl_when-label = 收件時段
dl_when-options-morning-label = 上午
dl_when-options-afternoon-label = 下午
dl_when-options-evening-label = 辦公時間以外

## Mức lệ phí

fee-title = 收費
fee_class-label = 適用於您的收費
fee_class-why = 從2026年8月15日到2027年2月28日，VNeID上證件齊全的公民在線上提交時不用繳費。
fee_class-help = 5種證件的名單目前只知道一部分。如果不確定，請詢問公安機關。
fee_class-missing = 請選擇適用於您的收費
fee_class-options-standard-label = 一般收費
fee_class-options-relief-label = VNeID上證件齊全者的優惠收費
fee_class-options-relief-hint = VNeID二級帳戶，其中已有5種基本證件和駕照

## Giấy tờ kèm theo

documents-title = 附上的材料
documents-body = 請把材料放在平面上，光線要充足。拍照時，文字和四個角都要清楚。
f_photo-label = 肖像照片
f_photo-hint = 正面拍攝，臉部清楚，光線充足
f_gplx_front-label = 駕照，正面
f_gplx_front-help = 如果目前被禁止駕車（被剝奪駕照使用權），而且駕照不在您手上，請留空。
f_gplx_back-label = 駕照，背面
f_id_front-label = 身份證，正面
f_id_back-label = 身份證，背面
f_health-label = 體檢證明
f_health-hint = 拍下有結果和印章的每一頁
f_passport-label = 護照
f_passport-hint = 拍下有照片的那一頁
f_penalty-label = 處罰決定書
f_penalty-hint = 拍下每一頁

ok_true-label = 我保證以上資料正確，並承擔法律責任
