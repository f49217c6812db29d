# Traditional Chinese, translated by machine from the Vietnamese in November 2026. Nobody who speaks it has read it: docs/languages/zh-Hant.md.

## Đăng ký tạm trú

name = 暫住登記
summary = 登記您暫時居住的地方，可以一個人登記，也可以和別人一起登記。每次登記最長24個月。
agency = 鄉級公安
notices-1 = 這是示範，不是正式的公共服務。如要真正登記，請使用VNeID、國家公共服務門戶，或到鄉、坊公安辦理。
notices-2 = 這裡的內容是草稿。表示同意的方式和與戶主的關係清單，還沒有與法律文本核對。日期和文件的限制由編寫者訂定，24個月的期限除外。
notices-3 = 您的回答代替居住地申報表（CT01表，即居住資料變更申報表）。不用提交這份申報表。
notices-4 = 這裡沒有登入、選擇領取結果的方式、繳費和在設備上簽名（數碼簽名）這些部分。
who-1 = 暫時居住的人，可以一個人登記，也可以和別人一起登記
who-2 = 未滿18歲的人須經父親、母親或代替父母照顧的人（監護人）同意
prepare-1-text = 您的身份證
prepare-2-text = 戶主的姓名和識別號碼
prepare-2-hint = 只在您不是戶主時需要。號碼有12位數字，寫在身份證上。
prepare-3-text = 每個一起登記的人的出生日期和識別號碼
prepare-3-hint = 號碼有12位數字，寫在那個人的身份證或其他證件上
prepare-4-text = 合法住所的證明材料
prepare-4-hint = 說明您可以住在那裡的材料，例如租房合同（不用公證）。只在國家數據中還沒有時需要。
prepare-5-text = 書面同意書
prepare-5-hint = 只在有人用書面表示同意，而不是通過VNeID同意時需要
fees-1-label = 在線上提交，一個人
fees-2-label = 在線上按名單提交，每人
fees-3-label = VNeID上證件齊全者的優惠收費
fees-3-note = 在線上提交，有VNeID二級帳戶，而且VNeID中已有5種基本證件。5種證件的名單目前只知道一部分，所以請詢問鄉、坊公安。
fees-4-label = 在鄉、坊公安提交：一個人
fees-5-label = 在鄉、坊公安按名單提交：每人
result-name = 居住登記結果通知書
result-receive-1 = 電子版
result-note = 送出後，您會得到申請編號，可以用來查看進度。
legal-1-title = 第53/2025/TT-BCA號通知
legal-1-note = CT01申報表。表中各項取自公開的抄本，還沒有與通知核對。
legal-2-title = 第154/2024/NĐ-CP號議定第5條第3款
legal-2-note = 只在國家數據中還沒有時，才提交住所材料。根據手續頁面（2026年7月閱讀）；還沒有與議定核對。
legal-3-title = 第75/2022/TT-BTC號通知，經第71/2025/TT-BTC號通知修改
legal-3-note = 登記住處（居住）的手續費。
legal-4-title = 第66.22/2026/NQ-CP號決議和第117/2026/TT-BTC號通知
legal-4-note = 從2026年8月15日至2027年2月28日，手續費為0越盾。5種基本證件的名單只讀到一部分。
legal-5-title = 第224/2026/NĐ-CP號議定第14條
legal-5-note = 可以全部在線上辦理的公共服務（全程線上），從2026年7月1日起適用。取代第42/2022/NĐ-CP號議定。

## Thông tin của bạn

who-title = 您的資料
who-body = 請輸入您本人（申報人）的資料。
ap_name-label = 姓、中間名和名
ap_name-hint = 按證件上的寫法輸入，聲調符號要齊全
ap_dob-label = 出生日期
ap_dob-hint = 例如：27 3 1990；如果證件只寫年份，只輸入年份
ap_dob-why = 如果您未滿18歲，須經父親、母親或代替父母照顧的人同意。
ap_sex-label = 性別
ap_sex-hint = 按證件上所寫選擇
ap_sex-why = 公安的申報表（CT01表）有這一項。
ap_sex-options-male-label = 男
ap_sex-options-female-label = 女
ap_id-label = 個人識別號碼
ap_id-hint = 12位數字，寫在身份證上
ap_id-why = 用來與國家的人口數據（國家人口數據庫）核對。

## Địa chỉ và liên hệ

contact-title = 地址和聯絡方式
ap_addr-label = 常住地
ap_addr-hint = 您登記長期居住的地方；請選擇2025年7月1日起使用的新省名和新鄉名
ap_tel-label = 電話號碼
ap_tel-hint = 有關申請的短訊會發到這個號碼；可以用別人的號碼
ap_tel-why = 以便在申請缺少材料或已有結果時通知您。
ap_mail-label = 電子郵件（email）
ap_mail-hint = 例如：ten@vidu.vn

## Nơi tạm trú

place-title = 暫住地
place-body = 請說明您暫時住在哪裡，住到什麼時候。
addr-label = 暫住地址
addr-hint = 請選擇2025年7月1日起使用的新省名和新鄉名
from-missing = 請輸入暫住的開始日期
from-label = 暫住開始日期
from-hint = 例如：15 11 2026
from-checks-1-message = 開始日期已過去超過24個月。請檢查年份。
from-checks-2-message = 離開始日期還有超過12個月。請檢查年份。
to-missing = 請輸入暫住的結束日期
to-label = 暫住結束日期
to-hint = 從開始日期起最長24個月；例如：31 10 2027
to-checks-1-message = 結束日期必須在開始日期之後。請檢查這兩個日期。
to-checks-2-message = 暫住期限最長是24個月。請選擇較早的結束日期。
owner_rel-label = 居住權
owner_rel-hint = 請說明您為什麼可以住在這裡
owner_rel-why = 如果您不是業主，須經住所的業主同意。
owner_rel-missing = 請選擇您的居住權
owner_rel-options-owner-label = 業主
owner_rel-options-rent-label = 租住
owner_rel-options-free-label = 借住
owner_rel-options-institution-label = 住在單位（學校、公司）
proof-label = 國家數據中是否已有住所材料？
proof-hint = 說明您可以住在這裡的材料，例如租房合同
proof-why = 如果數據中已有，您不用提交材料。
proof-missing = 請說明數據中是否已有住所材料
proof-options-yes-label = 有
proof-options-no-label = 沒有或不清楚

## Chủ hộ

household-title = 戶主
household-body = 這是您暫時居住的地方的那一戶。
is_head-label = 您是戶主嗎？
is_head-why = 如果您不是戶主，公安需要知道戶主同意。
is_head-missing = 請說明您是不是戶主

## Thông tin của chủ hộ

head-title = 戶主的資料
head_name-label = 戶主的姓名
head_name-hint = 按證件上的寫法輸入，聲調符號要齊全
head_id-label = 戶主的識別號碼
head_id-hint = 12位數字，寫在戶主的身份證上
head_id-why = 公安的申報表（CT01表）有這一項。
head_id-checks-1-message = 這是您的識別號碼。請輸入戶主的號碼。
head_rel-label = 與戶主的關係
head_rel-hint = 您是戶主的什麼人；例如戶主是您的父親，就選擇「親生子女」
head_rel-options-wife-label = 妻子
head_rel-options-husband-label = 丈夫
head_rel-options-child-label = 親生子女
head_rel-options-adopted_child-label = 養子女
head_rel-options-father-label = 親生父親
head_rel-options-mother-label = 親生母親
head_rel-options-paternal_grandfather-label = 祖父
head_rel-options-paternal_grandmother-label = 祖母
head_rel-options-maternal_grandfather-label = 外祖父
head_rel-options-maternal_grandmother-label = 外祖母
head_rel-options-older_brother-label = 親哥哥
head_rel-options-older_sister-label = 親姐姐
head_rel-options-younger_sibling-label = 親弟弟或親妹妹
head_rel-options-sons_child-label = 孫子或孫女
head_rel-options-daughters_child-label = 外孫或外孫女
head_rel-options-daughter_in_law-label = 媳婦
head_rel-options-son_in_law-label = 女婿
head_rel-options-lodger-label = 借住者
head_rel-options-tenant-label = 租房者
head_rel-options-domestic_worker-label = 家務工
head_rel-options-other-label = 其他

## Người cùng đăng ký

members-title = 一起登記的人
members-body = 請逐一增加和您一起來住的人。不要增加您自己。如果沒有，請繼續。
members-label = 所有一起登記的人
members-item = 人員
m_name-label = 這個人的姓、中間名和名
m_name-hint = 按證件上的寫法輸入，聲調符號要齊全
m_dob-label = 這個人的出生日期
m_dob-hint = 例如：27 3 2015；如果證件只寫年份，只輸入年份
m_dob-why = 未滿18歲的人須經父親、母親或代替父母照顧的人同意。
m_dob-checks-1-message = 按這個日期，這個人超過120歲。請檢查出生年份。
m_sex-label = 這個人的性別
m_sex-hint = 按證件上所寫選擇
m_sex-options-male-label = 男
m_sex-options-female-label = 女
m_id-label = 這個人的識別號碼
m_id-hint = 12位數字，寫在這個人的身份證或其他證件上
m_id-checks-1-message = 這是您的識別號碼。只增加其他人。
m_rel-label = 這個人與戶主的關係
m_rel-hint = 這個人是戶主的什麼人；例如戶主是這個人的母親，就選擇「親生子女」
m_rel-options-head-label = 戶主
m_rel-options-wife-label = 妻子
m_rel-options-husband-label = 丈夫
m_rel-options-child-label = 親生子女
m_rel-options-adopted_child-label = 養子女
m_rel-options-father-label = 親生父親
m_rel-options-mother-label = 親生母親
m_rel-options-paternal_grandfather-label = 祖父
m_rel-options-paternal_grandmother-label = 祖母
m_rel-options-maternal_grandfather-label = 外祖父
m_rel-options-maternal_grandmother-label = 外祖母
m_rel-options-older_brother-label = 親哥哥
m_rel-options-older_sister-label = 親姐姐
m_rel-options-younger_sibling-label = 親弟弟或親妹妹
m_rel-options-sons_child-label = 孫子或孫女
m_rel-options-daughters_child-label = 外孫或外孫女
m_rel-options-daughter_in_law-label = 媳婦
m_rel-options-son_in_law-label = 女婿
m_rel-options-lodger-label = 借住者
m_rel-options-tenant-label = 租房者
m_rel-options-domestic_worker-label = 家務工
m_rel-options-other-label = 其他

## Ý kiến đồng ý

consent-title = 同意的意見
consent-body = 鄉、坊公安需要知道以下的人同意。
c_head-label = 戶主的同意
c_head-hint = 請選擇戶主表示同意的方式；「書面」是指寫在紙上
c_head-missing = 請選擇戶主表示同意的方式
c_head-why = 因為您不是戶主。
c_head-options-vneid-label = 通過VNeID
c_head-options-written-label = 書面
c_head-options-in_person-label = 當面簽名
c_owner-label = 住所業主的同意
c_owner-hint = 請選擇業主表示同意的方式；「書面」是指寫在紙上
c_owner-missing = 請選擇住所業主表示同意的方式
c_owner-why = 因為您不是這個地方的業主。
c_owner-options-vneid-label = 通過VNeID
c_owner-options-written-label = 書面
c_parent-label = 父親、母親或監護人的同意
c_parent-hint = 請選擇表示同意的方式；「書面」是指寫在紙上
c_parent-missing = 請選擇父親、母親或監護人表示同意的方式
c_parent-options-vneid-label = 通過VNeID
c_parent-options-written-label = 書面
c_parent-why = 申請中有未滿18歲的人。監護人是代替父母照顧的人。

## Giấy tờ kèm theo

documents-title = 附上的材料
documents-body = 請把材料放在平面上，光線要充足。拍照時，文字和四個角都要清楚。
f_proof-label = 合法住所的證明材料
f_proof-hint = 說明您可以住在這裡的材料；租房合同不用公證
f_consent-label = 書面同意書
f_consent-hint = 寫有同意意見的紙，每人一個文件

ok_true-label = 我保證以上資料正確，並承擔法律責任
