# Traditional Chinese, translated by machine from the Vietnamese in November 2026. Nobody who speaks it has read it: docs/languages/zh-Hant.md.
# The words of what comes after the first question: docs/adr/0008-later.md.

## Home

drafts-title = 未完成的申請
drafts-where = 這些申請只保存在這部設備上，直到您送出或刪除。還沒有送到任何機關。
drafts-where-in-tab = 這些申請只保留到您關閉頁面為止。還沒有送到任何機關。
draft-step = 目前在這一步：
draft-saved = 保存時間：{ $time }
draft-pending = 這份申請已經送出，但還不知道服務門戶是否收到。請打開查看。
draft-continue = 繼續辦理：{ $name }
draft-delete = 刪除：{ $name }
delete-answers = 刪除我的回答
keep-in-tab = 這部設備是共用的：只保留到關閉頁面為止
keep-in-tab-done = 從現在起，您的回答只保留到您關閉頁面為止。
keep-on-device = 保存在這部設備上，以後再繼續
keep-on-device-done = 從現在起，您的回答會保存在這部設備上，直到您送出或刪除。
draft-delete-sure = 要刪除這份申請中已填寫的全部內容嗎？刪除後無法恢復。
draft-delete-sure-pending = 服務門戶可能已經收到這份申請。如果刪除，這部設備就再也找不到申請編號。仍然要刪除嗎？
draft-delete-yes = 刪除這份申請
draft-delete-no = 保留
draft-deleted = 已刪除未完成的申請。
sent-title = 從這部設備送出的申請

## Search

search-filters = 篩選結果
search-all = 全部
search-only-event = 要辦的事
search-only-agency = 機關
search-only-level = 辦理級別
search-level-ministry = 部級
search-level-province = 省級
search-level-commune = 鄉級
search-level-other = 其他機關
search-more = 顯示更多結果
search-form = 可以在這裡線上辦理

## Steps

address-province = 省、市
address-province-hint = 輸入幾個字母，然後從清單中選擇
address-commune = 鄉、坊、特區
address-commune-hint = 請先選擇省、市
address-detail = 門牌號碼、街道、村、組
address-detail-hint = 沒有門牌號碼的，請寫村、組、邑或寨（thôn, tổ, ấp, bản）的名稱
currency = 越盾
list-label = 選項清單
list-now-part = { $name }現屬此處
list-found =
    { $n ->
        [0] 沒有符合的項目。
       *[other] 有{ $n }個符合的項目。請用向下箭頭鍵選擇。
    }
list-nothing = 沒有符合的項目
list-choose = 選擇一項
list-loading = 清單正在載入。請稍候。
list-failed = 選項清單還沒有載入成功。
characters-left = 還可輸入{ $n }個字符
characters-over = 超出{ $n }個字符
repeat-empty = 清單中還沒有任何人或項目。
repeat-add = 增加{ $item }
repeat-full = 清單已滿{ $n }項，不能再增加。
row-incomplete = 這一項還缺少資料
row-removed = 已從清單移除：{ $what }。
change-what = 修改：{ $what }
remove-what = 移除：{ $what }
rows =
    { $n ->
        [0] 沒有
       *[other] { $n }項
    }
rows-part = { $item } { $from } 至 { $to }，共 { $of } 項
rows-part-to-do = 需要修改的項目：{ $from } 至 { $to }，共 { $of } 項
rows-next = 後面的項目
rows-before = 前面的項目
rows-only-to-do = 只顯示需要修改的項目
rows-none-to-do = 沒有需要修改的項目了。
rows-shown =
    { $n ->
        [0] 沒有可顯示的項目。
       *[other] 正在顯示 { $n } 項。
    }
news-version = 您開始填寫之後，表格換了新版本。
news-version-fits = 您填寫的內容全部仍然有效。
news-version-again = 請重新回答以下問題：
news-version-new = 新表格另外詢問：
news-version-kept = 您填寫的其他內容都保留。
news-version-left-out = 有些問題不再詢問：您在那裡的回答不會送出。
news-dropped = 因為您更改了回答，這份申請不再需要以下項目：{ $labels }。您在那裡填寫的內容會保留，但不會送出。

## 從表格匯入

import-title = 從表格匯入（CSV）
import-for = 如果您在試算表（例如 Excel）中已有清單，就不必逐項重新輸入。
import-step-table = 下載表格範本，用試算表程式打開。每一項寫一行。
import-step-save = 把表格存成 UTF-8 類型的 CSV 文件，再在這裡選擇文件。也可以複製表格的儲存格，貼到下面的框中。
import-step-take = 按「加入清單」。有錯的行也會加入，之後您再修改。
import-template = 下載表格範本
import-rows = 把這份清單下載成表格
import-file = CSV 文件
import-file-read = 已讀取文件「{ $name }」。內容顯示在下面的框中。
import-text = 表格內容
import-text-hint = 第一行是各欄的名稱，和範本一樣
import-mode = 清單中已有項目。您想怎樣處理這些項目？
import-append = 保留，把新的行加在最後
import-replace = 全部移除，用新的行代替
import-take = 加入清單
import-empty = 還沒有可加入的行。請選擇文件，或把表格貼到這個框中
import-not-text = 無法讀取這個文件。請把表格存成 UTF-8 類型的 CSV 文件，再重新選擇
import-too-many-lines = 請把表格分成幾部分，每部分最多 { $n } 行
import-too-large = 這個表格太大。請選擇不超過 { $max } 的文件
import-done =
    { $n ->
        [0] 還沒有任何行加入清單
       *[other] 已把 { $n } 行加入清單
    }
import-no-room = 清單已滿。表格最後的 { $n } 行沒有加入。
import-by-order = 第一行沒有和問題相同的欄名。各欄已按問題的順序讀取，請再檢查一次。
import-left-out = 沒有用到的欄：{ $columns }。
import-no-column = 表格沒有這些欄：{ $columns }。請在每一項中補填。
import-all-right = 清單中沒有缺少或錯誤的項目。
import-wrong = 清單中有 { $n } 項需要修改：
import-more-wrong = 還有 { $n } 項需要修改。這些都在下面的清單中。
import-undo = 取消這次匯入
import-undone = 已取消匯入。清單和之前一樣。

## Files

file-limits = { $types }文件，每個最大{ $max }。更大的照片會在這部設備上縮小。
files-chosen = 已選的文件：{ $label }
file-remove = 移除文件「{ $name }」
file-added = 已加入文件「{ $name }」。
file-refused = 未能加入文件「{ $name }」。{ $why }。
file-removed = 已移除文件「{ $name }」。
file-arrived = 已上傳
file-told = { $name }：{ $what }
file-told-arrived = { $name }：已上傳。
file-under-way = 正在上傳：{ $percent }%
file-waiting = 網絡中斷。會自動繼續上傳。已上傳{ $percent }%
file-gone = 這部設備已沒有這個文件。請移除這個文件，再重新選擇。
file-failed-too-large = 服務門戶不接受這麼大的文件。請移除這個文件，選擇較小的文件。
file-failed-refused = 服務門戶不接受這個文件。請移除這個文件，選擇另一個文件。
file-failed-forbidden = 服務門戶不允許上傳文件。請以後再試，或到一站式服務部提交材料。
file-failed-sign-in-needed = 服務門戶只接受已登入者的文件。請撥打幫助電話，或到一站式服務部提交材料。
file-failed-not-found = 服務門戶找不到這個文件。請再試一次；如果仍然不行，請移除這個文件，再重新選擇。
file-failed-changed = 這個文件在上傳時多次中斷。請在網絡較好時再試。
file-failed-rejected = 服務門戶不接受這個文件。請移除這個文件，選擇另一個文件。
size-kb = { $amount } KB
size-mb = { $amount } MB

## Check and send

review-title = 檢查申請
review-not-sent = 申請還沒有送出。請再看一遍您的回答，然後按頁面底部的「送出申請」。
not-provided = 沒有填寫
answer-missing = 還缺少：{ $label }
answer-on-its-way = 已選擇。清單載入後會顯示名稱。
declare-title = 保證並送出
send = 送出申請
sending = 正在送出申請。請不要關閉頁面。
sending-files = 正在等文件上傳完畢。之後申請會自動送出。請不要關閉本頁。
sending-unknown-title = 還不知道申請是否已送到
sending-unknown = 您的申請仍完整保存在這部設備上，不會送出兩次。本頁會自動再向服務門戶查詢。您可以關閉頁面，以後再打開。
sending-ask-again = 立即再查詢
sending-refused-title = 服務門戶沒有接受申請
sending-refused-refused = 服務門戶無法讀取這份申請。請撥打幫助電話，或到一站式服務部提交。
sending-refused-rejected = 服務門戶說明的原因：
sending-refused-sign-in-needed = 需要登入才能送出這份申請。
sending-refused-forbidden = 服務門戶不允許送出這份申請。
sending-refused-not-found = 服務門戶不再接收這項手續的申請。
sending-refused-changed = 表格剛剛更改了。請重新載入頁面，再看一遍您的回答，然後送出。
sending-refused-too-large = 申請太大。請移除一些文件，再重新送出。
sending-refused-too-many = 送出的次數太多。請等幾分鐘再送出。
already-sent-title = 這份申請已經送出
already-sent = 申請已送到機關。在這裡不能修改，也不能重新送出。
already-sent-see = 查看申請
already-sent-new = 辦理新的申請

## Afterwards

receipt-title = 申請已送出
tracking-title = 申請的狀況
dossier-code = 申請編號
receipt-procedure = 手續
receipt-lookup = 查詢碼
receipt-time = 送出時間
receipt-keep = 請抄下或打印申請編號和查詢碼。在其他設備上查看申請時，兩個都需要。
receipt-next = 機關會審查申請。如果缺少材料，機關會通知您，並說明缺少什麼。您可以在本頁查看狀況。
todo-put-right = 您需要修改或補充申請。
todo-go = 您必須到機關去。要帶什麼、到哪裡，請看下面。
todo-go-later = 您還必須到機關去。請等機關受理申請。要帶什麼，請看下面。
todo-parts = 申請中有一部分沒有辦成，或需要您再做些事。請看原因。
todo-office-wrote = 機關於{ $time }寫道：
todo-ask = 詢問機關
todo-ask-why = 機關還沒有寫明原因。詢問機關
todo-until = 預定取得結果：{ $date }。
todo-pay-amount = 金額：{ $amount }
todo-pay-how = 本頁不收款。請按機關在這裡寫的方式和期限繳費。如果沒有看到方式或期限，請詢問機關。
receipt-print = 打印本頁
status-title = 申請辦到哪裡了
status-now = 狀況：
history-title = 歷次變更
tracking-asking = 正在向服務門戶查詢。
tracking-refresh = 查看最新狀況
tracking-safe = 已送出的申請不受影響。
tracking-last = 下面是上一次的狀況。
proof-title = 查詢申請
proof-other-code = 輸入其他申請編號
proof-label = 查詢碼
proof-hint = 查詢碼有10個字母和數字，寫在送出後的確認頁上。
proof-button = 查看申請
proof-missing = 請輸入查詢碼
proof-wrong = 申請編號和查詢碼不相符。請檢查這兩項。
proof-too-often = 嘗試的次數太多。請等15分鐘再試。
forget-title = 共用設備
forget = 如果這部設備還有其他人使用，請把申請編號從設備上刪除。機關那裡仍有您的申請。
forget-button = 從這部設備刪除申請編號
forgotten = 已從這部設備刪除申請編號。

## The ten official statuses

status-submitted = 新登記
status-submitted-do = 您暫時不用做什麼。請等機關受理申請。
status-accepted = 已受理
status-accepted-do = 您暫時不用做什麼。機關已受理申請。
status-not-accepted = 不予受理
status-not-accepted-do = 機關沒有受理這份申請。請看下面的原因。修改後請提交新的申請。
status-in-progress = 正在處理
status-in-progress-do = 您暫時不用做什麼。機關正在辦理。
status-documents-requested = 要求補充材料
status-documents-requested-do = 您需要補交材料。請在下面查看機關需要什麼。
status-payment-due = 要求履行財務義務
status-payment-due-do = 您需要繳費。請在下面查看金額和繳費方式。
status-withdrawal-requested = 公民要求撤回申請
status-withdrawal-requested-do = 您暫時不用做什麼。機關正在審查撤回申請的要求。
status-stopped = 停止處理
status-stopped-do = 機關已停止辦理。請看下面的原因。
status-decided = 已處理完畢
status-decided-do = 已有結果。請按您選擇的方式領取結果。
status-delivered = 已發還結果
status-delivered-do = 完成了。您不用再做什麼。

## Display

preferences-title = 字體大小、顏色和閱讀方式
preferences-at-once = 更改會立即生效，並記在這部設備上。您的回答保持不變。
preferences-text = 字體大小
preferences-text-size = { $percent }%
preferences-theme = 顏色
preferences-theme-auto = 按設備設定
preferences-theme-light = 淺色背景
preferences-theme-dark = 深色背景
preferences-theme-yellow-on-black = 黑底黃字
preferences-theme-black-on-white = 白底黑字
preferences-close = 關閉
preferences-spacing = 行距、字距
preferences-spacing-normal = 正常
preferences-spacing-wide = 寬
preferences-spacing-wider = 最寬
preferences-mode = 填寫申請的方式
preferences-mode-steps = 每頁一步
preferences-mode-steps-hint = 同類問題放在同一頁
preferences-mode-one-question = 每頁一個問題
preferences-mode-one-question-hint = 字體大時更容易看清進度
preferences-mode-screen-reader = 供螢幕閱讀器使用
preferences-mode-screen-reader-hint = 每頁一個問題，用文字寫出提問的原因和下一個問題，清單簡單
preferences-ruler = 閱讀尺
preferences-ruler-hint = 突出正在閱讀的一行，其餘部分變淡

## Languages

languages-title = 語言
language-is-unreviewed = 譯文尚未審核
language-is-partial = { $share ->
    [0] 尚未翻譯，以越南語顯示
   *[other] 已翻譯 { $share } %，其餘為越南語
 }
language-unreviewed = 這份譯文還沒有經過熟悉這種語言的人審核。如有不清楚的地方，請同時查看越南語。
language-partial = { $share ->
    [0] 這種語言尚未翻譯，頁面以越南語顯示。
   *[other] 這種語言只翻譯了 { $share } %，其餘為越南語。
 }
original-show = 同時顯示越南語
original-hide = 隱藏越南語

## When something goes wrong

not-found-title = 沒有這個頁面
not-found = 這個網址沒有頁面。可能是網址輸入錯誤，或頁面已經移走。
not-found-search = 在首頁查找手續
mistaken-title = 這項手續還不能在線上辦理
mistaken = 這項手續的表格有錯誤，所以還不能在這裡使用。這不是您的錯。
mistaken-operator = 給營運單位：定義中有{ $n }個錯誤

## What is wrong with an answer

error-summary-title = 有需要修改的地方
problem-missing = 請輸入{ $label }
problem-missing-choice = 請選擇{ $label }
problem-missing-file = 請選擇文件：{ $label }
problem-file = { $label }：{ $what }
problem-missing-declaration = 請在保證的方格打勾，才能送出申請
problem-too-short = 請輸入至少{ $n }個字符的{ $label }
problem-too-long = 請縮短{ $label }：最多{ $n }個字符，現在超出{ $over }個
problem-pattern = 請完全按證件上的寫法填寫{ $label }
problem-not-a-number = 請用數字輸入{ $label }，例如12
problem-decimals =
    { $n ->
        [0] 請用整數輸入{ $label }，不要有小數
       *[other] 請輸入{ $label }，小數點後最多{ $n }位數字
    }
problem-too-small = 請輸入{ $label }，不可小於{ $n }
problem-too-large = 請輸入{ $label }，不可大於{ $n }
problem-date-incomplete = 請補填{ $label }的{ $parts }
problem-no-such-date = 請檢查{ $label }：日曆上沒有這一天
problem-year-digits = 請用四位數字輸入{ $label }的年份，例如1985
problem-date-too-early = 請輸入{ $label }，不可早於{ $date }
problem-date-too-late = 請輸入{ $label }，不可晚於{ $date }
problem-date-in-future = 請輸入{ $label }：今天或之前的日期
problem-date-in-past = 請輸入{ $label }：今天或之後的日期
problem-not-an-option = 請從清單中選擇{ $label }
problem-too-few-chosen = 請至少選擇{ $n }項：{ $label }
problem-too-many-chosen = 請最多選擇{ $n }項：{ $label }
problem-none-and-some = 兩者只能選其一：「沒有」，或其他項目
problem-too-few-rows = 請至少增加{ $n }項：{ $label }
problem-too-many-rows = 請移除一些，只留下{ $n }項：{ $label }
problem-row-incomplete = 請填完清單中的第{ $n }項：{ $label }
problem-not-asked = 請移除{ $label }：這份申請不需要
problem-portal = 請檢查{ $label }
problem-person-name = 請輸入{ $label }，只能有字母、空格、撇號和連字號
problem-phone = 請輸入10位數字的電話號碼，例如0900 000 000
problem-phone-old = 請輸入10位數字的電話號碼。以01開頭的11位號碼已在2018年更改
problem-email = 請按這個格式輸入電子郵件：ten@vidu.vn
email-meant = 您是不是想輸入{ $address }？
email-use = 使用{ $address }
problem-personal-id-length = 個人識別號碼有12位數字，寫在身份證上。您輸入了{ $n }位數字
problem-personal-id-digits = 請輸入個人識別號碼，共12位數字，寫在身份證上
problem-personal-id-impossible = 請檢查身份證上的個人識別號碼：前三位數字不可能是000
problem-old-id = 請輸入人民身份證（chứng minh nhân dân）號碼，共9位數字
problem-passport = 請按護照輸入護照號碼，例如C0000000
problem-driving-licence = 請按駕照輸入駕照號碼，通常有12位數字
problem-tax-code = 請輸入稅號：10位數字，分支機構13位數字，或身份證上個人識別號碼的12位數字
problem-tax-code-checksum = 請檢查稅號：有數字錯誤
problem-plate = 請按車上的車牌輸入車牌號碼，例如30A-123.45
problem-health-insurance = 請按卡上所寫輸入醫療保險卡號碼，共10、12或15個字符
problem-time = 請輸入時和分，例如14:30
problem-file-empty = 這個文件沒有內容。請選擇另一個文件
problem-file-too-large = 這個文件太大。請選擇不超過{ $max }的文件
problem-file-type = 這個文件不能使用。請選擇{ $types }文件
problem-file-pixels = 這張照片太小。請選擇寬至少{ $width }像素、高至少{ $height }像素的照片
problem-file-unreadable = 現在讀不到這個檔案。如果檔案在雲端，請先下載到本機，再重新選擇
problem-file-cut-off = 這個檔案缺少結尾部分。請重新拍照或儲存，再重新選擇
problem-file-other-picture = 這張圖片的類型是{ $type }，不能使用。請打開圖片，存成JPG，再重新選擇
problem-file-locked = 這個PDF文件有密碼。請取消密碼，再重新選擇
problem-file-too-many = 請最多選擇{ $n }個文件
problem-file-not-uploaded = 文件還沒有上傳完畢：{ $label }
read-aloud-title = 收聽本頁
read-aloud-how = 設備用自帶的語音逐句朗讀本頁。正在朗讀的句子會標示出來。
read-aloud-play = 朗讀
read-aloud-pause = 暫停
read-aloud-back = 上一句
read-aloud-on = 下一句
read-aloud-speed = 速度
read-aloud-speed-75 = 慢
read-aloud-speed-100 = 正常
read-aloud-speed-125 = 快
read-aloud-speed-150 = 很快
read-aloud-chosen = 已選擇：
read-aloud-no-voice = 這部設備沒有{ $language }的朗讀語音。用這種語言寫的句子不會朗讀。可以在設備的設定中加入朗讀語音。
read-aloud-failed = 設備的朗讀語音已停止。請按「朗讀」繼續收聽。

## How accessible this is. Compare with docs/accessibility/statements.md before you change it; change the date too.

accessibility-title = 人人易用（無障礙）
accessibility-lead = 製作這個網頁，是為了讓每個人都能自己辦理手續，包括失明人士、視力弱的人、不用滑鼠的人和閱讀較慢的人。
accessibility-aim-title = 以什麼規則為準
accessibility-aim = 網頁按WCAG 2.2檢查。這是讓人人都能使用網頁的國際規則。必須達到AA級。做得到的地方，按AAA級去做。
accessibility-law = 第224/2026/NĐ-CP號議定第15條要求，線上公共服務要幫助殘疾人士進入和使用。該議定沒有指明WCAG的哪個版本。
accessibility-proof = 網頁的原始碼中有一份清單，列出必須符合的各點，以及每一點的檢查方法。
accessibility-holds-title = 已經做到的
accessibility-holds-keyboard = 只用鍵盤就能做所有事情。
accessibility-holds-reader = 已在電腦上用螢幕閱讀器Orca 43.1試過。
accessibility-holds-text = 可以選擇五種字體大小，最大是400%。字體大時，網頁也不用左右拖動。
accessibility-holds-colour = 可以選擇淺色背景、深色背景、黑底黃字、白底黑字。文字在背景上總是清楚的：對比度至少7:1。
accessibility-holds-reading = 可以選擇行距、字距、閱讀尺，以及每頁一個問題。網頁可以用設備的語音朗讀出來。
accessibility-holds-errors = 有需要修改的地方時，頁面頂部會寫出每個地方和修改方法。按一下就會到達該格。
accessibility-holds-time = 沒有時間限制。您的回答保存在這部設備上，所以可以停下來，以後再繼續。
accessibility-holds-captcha = 不用辨認圖片中的驗證碼（captcha）。不用記密碼。
accessibility-gaps-title = 還沒有做到的
accessibility-gaps-readers = 還沒有用其他螢幕閱讀器試過：NVDA、JAWS、VoiceOver、TalkBack。可能有讀錯或沒有讀出的地方。
accessibility-gaps-people = 還沒有殘疾人士試用過這個網頁。
accessibility-gaps-languages = 高棉語和中文已全部翻譯，但由機器翻譯。還沒有說這些語言的人看過。其他少數民族的語言只有幾個詞，或一個詞也沒有。沒有的地方顯示越南文。還沒有手語。
accessibility-gaps-notes = 機關的留言和鄉、坊的名稱只有越南文。
accessibility-gaps-audio = 「收聽」功能使用設備的朗讀語音，還沒有錄音。設備沒有本頁語言的語音，就聽不到。
accessibility-gaps-device = 設備上的回答已上鎖，但能使用這個瀏覽器的人都能打開。如果設備是共用的，請選擇「在共用設備上開始」，或在停下來時按「刪除我的回答」。
accessibility-gaps-sent = 申請送出後，在這裡就不能再看到您的回答。如果想保留，請在送出之前打印檢查頁。
accessibility-gaps-browsers = 網頁需要JavaScript和較新的瀏覽器。自動檢查目前只用Chromium，即Chrome和Edge的核心。
accessibility-instead-title = 如果您不能使用這個網頁
accessibility-instead = 您不一定要在線上辦理。可以用以下任何一種方式。
accessibility-instead-office = 到就近的鄉、坊一站式服務部（Bộ phận Một cửa）。
accessibility-instead-call = 撥打本頁底部的電話號碼（如有）。
accessibility-instead-together = 請一位您信任的人和您一起填寫。
accessibility-report-title = 告訴我們難用的地方
accessibility-report = 遇到不能使用的地方，請告訴頁面底部所寫的營運單位。
accessibility-report-what = 請說明是哪個頁面、哪種設備、哪種瀏覽器，以及發生了什麼事。
accessibility-date = { $date }編寫和檢查。

advice-title = 請再看一次
advice-go-on = 如果一切正確，請再按一次「繼續」。
advice-gaps = 以下期間還沒有住處：{ $months }。如果記得，請補上；缺少期間是申請常被退回的原因。
elsewhere-office = 在哪裡辦理
elsewhere-procedure = 查看更合適的手續：
elsewhere-kept = 您的回答仍保存在這台裝置上。
elsewhere-change = 再看一次您的回答
legal-basis = 法律依據：
fee-amount-open = 視您的回答而定
fee-amount-more = { $amount }，另有一項金額尚未確定
fee-now = 依您的回答，手續費：{ $amount }
fee-due-title = 您的手續費
fee-sum = 合計：{ $amount }
fee-not-here = 這裡還不能付款。機關會告訴您何時以及如何付款。
in-person-title = 必須到機關辦理的部分
in-person-office = 在哪裡
in-person-hours = 什麼時候
in-person-takes = 需要多久
in-person-code = 請帶著這個案件編號：
in-person-bring = 請攜帶
in-person-steps = 到場以後
components-title = 送出一次，辦好幾件事
component-if-asked = 只在您要求時
account-title = 需要帳號
account-level-1 = 送出時需要已確認的電話號碼或 VNeID 帳號。您可以先填寫。
account-level-2 = 送出時需要第 2 級 VNeID 帳號。您可以先填寫。

supplement-count = 有{ $n }項需要更正或補充。
supplement-until = 請在{ $date }結束前送出。
supplement-open = 查看並補充
supplement-title = 補充申請資料
supplement-only = 您只需要修改以下部分。其他回答保持不變，不必重新填寫。
supplement-contact = 如有疑問，請聯絡：
supplement-newly = 更多問題
supplement-send = 送出補充資料
supplement-add-row = 新增一項
supplement-nothing = 這份申請不需要補充
supplement-see = 查看申請
supplement-sent = 補充資料已送出。
supplement-unchanged = 您還沒有修改這裡：
supplement-unchanged-what = 如果照原樣送出，機關可能會再次詢問，或無法辦理。請在上面修改；如果沒有錯，請寫信給機關。
supplement-unchanged-send = 仍照原樣送出
supplement-again = 您修改的內容仍在這裡。請再按一次送出；不會重複送出。
flaw-how = 怎麼做：
flaw-note = 辦理人員寫道：
flaw-not-there = 這部分已不在申請裡，所以不能在這裡修改。請在申請頁面寫信給機關。
flaw-of-all = 整份申請
flaw-blurred = 照片模糊，看不清楚
flaw-blurred-how = 請在光線充足的地方重拍，讓文件完整入鏡。
flaw-missing-side = 缺少背面
flaw-missing-side-how = 請補上背面照片。
flaw-mismatch = 與國家人口資料庫不符
flaw-mismatch-how = 請更正回答，或請公社公安更正資料。
flaw-expired = 證件已過期
flaw-expired-how = 請送出仍有效的證件。
flaw-wrong-document = 不是所要的證件
flaw-wrong-document-how = 請送出問題中所說的證件。
flaw-wrong-clinic = 健康證明不是由獲准的機構出具
flaw-wrong-clinic-how = 請到獲准的機構體檢，再送出新的證明。
flaw-not-signed = 還沒有簽名
flaw-not-signed-how = 請簽名後重拍，或使用數位簽章。
flaw-gap = 居住經歷缺少一段時間
flaw-gap-how = 請補上缺少的月份裡您住在哪裡。
flaw-consent = 缺少同意
flaw-consent-how = 請所說的人表示同意。
flaw-violation = 還有未處理的交通違規
flaw-violation-how = 請處理完畢，再告知決定書號碼。
flaw-empty-file = 沒有收到檔案
flaw-empty-file-how = 請再送一次檔案；其他回答仍然保留。
due-title = 預定取得結果的日期
due-received = 視為{ $date }收到。
due-may-change = 之後的國定假日還沒有全部確定，所以日期可能會變。
components-standing = 各項事務
component-due = 預定日期 { $date }
messages-title = 與機關的訊息
message-none = 還沒有訊息。
message-from-officer = 機關
message-from-you = 您
message-label = 寫信給機關
message-hint = 幾句短句即可。不必寫申請編號。
message-missing = 請寫下您想問的事
text-too-long = 請縮短：最多{ $n }個字符，現在超出{ $over }個
message-send = 送出訊息
message-sent = 訊息已送出。
results-title = 結果
result-download = 下載 { $name }（{ $size }）
result-saved = 檔案已儲存到這台裝置。
result-not-saved = 這台裝置無法儲存檔案。請再試一次。
withdraw-title = 撤回申請
withdraw-what = 機關將停止辦理。如果仍有需要，您必須重新申請。
withdraw-reason = 原因（可不填）
withdraw-button = 撤回這份申請
withdraw-done = 撤回的請求已送出。

sign-in-with = 以{ $name }登入
sign-in-no-way = 本門戶目前沒有合適的登入方式。請到機關辦理。
sign-in-cancelled = 您已停止登入。您填寫的內容仍在。
sign-in-failed = 登入沒有成功。請再試一次；您填寫的內容仍在。
sign-in-by-phone = 以電話號碼登入
sign-in-phone = 接收驗證碼的電話號碼
sign-in-phone-hint = 門戶會傳送6位數驗證碼到這個號碼
sign-in-phone-missing = 請輸入電話號碼
sign-in-phone-wrong = 電話號碼不正確。請輸入10位數的越南手機號碼。
sign-in-send-code = 傳送驗證碼給我
sign-in-code-sent = 驗證碼已傳送。
sign-in-code = 6位數驗證碼
sign-in-code-hint = 驗證碼5分鐘內有效
sign-in-code-missing = 請輸入收到的驗證碼
sign-in-code-wrong = 驗證碼不正確或已過期。請檢查，或要求新的驗證碼。
sign-in-enter = 登入
sign-in-too-often = 嘗試次數過多。請稍候再試。
sign-in-trouble = 無法詢問門戶。請再試一次。
sign-in-keeps = 登入時，您填寫的內容仍保留在這台裝置上。
sign-in-first = 送出前請先登入。
signed-in = 您已登入。
signed-in-as = 已登入：
account-phone = 尾號為{ $hint }的電話號碼
account-is-level-1 = 第1級。
account-is-level-2 = 第2級。
account-page = 您的帳號
account-why = 登入後，可在任何裝置上查看以帳號送出的申請。
my-dossiers = 我的申請
my-dossiers-none = 這個帳號還沒有送出任何申請。
my-dossier-to-do = 有一件事需要您做
sign-out-title = 登出
sign-out-what = 在共用裝置上，請登出，並在首頁刪除您填寫的內容。
sign-out = 登出
sign-out-everywhere = 在所有裝置上登出
signed-out = 您已登出。
sign-out-failed = 登出沒有成功。請再試一次。

told-filled = 已預先填寫：{ $labels }。請檢查。
told-otherwise = 與已有資料不同：{ $labels }。請再看一次。
told-failed = 未能取得機關已有的資料。您可以自行填寫，或再試一次。
told-from = 已預先填寫。如有錯誤，請修改。來源：
told-locked = 這裡不能修改。來源：
told-has = 已有的資料與此回答不同。來源：
told-take = 使用這項資料
told-other-tab = 您在另一個分頁輸入了：
tabs-joined = 您在另一個分頁輸入的內容也在這裡。
tabs-not-read = 此裝置上有這項手續未完成的申請，但現在無法開啟。該申請保持原樣；您現在輸入的內容不會儲存。請重新載入頁面再試。如果仍無法開啟，您可以刪除它並重新填寫。
tabs-gone = 這份未完成的申請已在另一個分頁刪除或送出。這裡的內容不再儲存。
tabs-keep = 保留這裡的內容
clock-off = 此裝置的日期不正確。這裡以入口網站的日期為準：{ $date }。
told-typed = 您曾輸入：
told-wrong = 這項資料有錯
told-wrong-what = 只有保管資料的地方才能更正。您仍可送出申請。請在下面寫明錯處，承辦人員會閱讀。
told-wrong-label = 錯在哪裡，正確的是什麼
told-wrong-hint = 可不填
told-wrong-said = 申請人表示這項資料有錯：{ $text }
conflict-title = 有些回答與機關已有的資料不同
conflict-has = 已有的資料。來源：
conflict-known = 申請會按這項資料填寫。如果資料有錯，請打開問題並寫明錯在哪裡。
conflict-see = 打開問題
told-sign-in = 登入以預先填寫
told-sign-in-what = 網站會填入國家機關已知的資料。不一定要登入，也可以稍後再登入。
lookup-fills = 查詢後可填寫：{ $labels }。
lookup-button = 查詢
lookup-sign-in = 登入以查詢
lookup-first = 請先回答這一題，再查詢。
lookup-done = 已查詢。請檢查填入的內容。
lookup-same = 沒有新的內容。
lookup-nothing = 找不到。請檢查您的回答，或自行填寫。
lookup-ended = 登入已結束。請再登入以查詢；已填寫的內容仍在。
lookup-level = 需以第 2 級登入才能查詢。您也可以自行填寫。
lookup-too-often = 查詢次數過多。請自行填寫，或稍後再試。
lookup-down = 查詢處沒有回應。請自行填寫，或稍後再試。
paper-offer = 您在網站的文件庫中有這份文件：
paper-issued = 發給日期 { $date }
paper-expires = 有效至 { $date }
paper-expired = 已於 { $date } 過期
paper-use = 使用 { $name }
paper-used = 已從文件庫取得 { $name }。
paper-failed = 未能從文件庫取得文件。請再試一次，或拍照。
earlier-title = 以這份申請為樣，再申請一次
earlier-what = 新表格會照這份申請填寫。請檢查，重新選擇檔案，並再次聲明。
earlier-button = 從這份申請開始
earlier-draft = 這部裝置上有這項手續未完成的申請。請先送出或刪除。
earlier-failed = 未能取得答案。請再試一次。
session-soon = 登入即將結束。已填寫的內容會保留。
session-stay = 保持登入
session-stayed = 您仍在登入中。
session-over = 登入已結束。已填寫的內容仍在。需要時請再登入。
drafts-of-accounts = 這部裝置上有已登入者未完成的申請。請登入以繼續您的申請。
draft-closed = 手續{ $code }未完成的申請無法在此裝置上開啟
message-new = 有新訊息。
result-new = 有結果可以下載。
