# Traditional Chinese, translated by machine from the Vietnamese in November 2026. Nobody who speaks it has read it: docs/languages/zh-Hant.md.

## Around the page

app-name = 公共服務
skip = 跳到主要內容
bar-label = 語言和顯示
language-changed = 本頁使用中文。
languages-link = 其他語言
preferences-link = 字體大小、顏色
help-link = 幫助
help-title = 需要幫助
hotline = 撥打
office-default = 您可以到就近的鄉、坊一站式服務部（Bộ phận Một cửa）提交申請。
operator = 營運單位：
notice-warning = 注意：
other-way-title = 辦理手續的其他方式
waiting = 正在載入。請稍候。
back = 返回
back-label = 返回的路徑
back-home = 首頁
continue = 繼續
change = 修改
try-again = 再試一次
choice-not-offered = 這裡寫著“{ $text }”，不在這些選項中。請選一項。
yes = 是
no = 否
or = 或
optional = （可以不填）
why = 為什麼問這個問題
help = 更多說明
next-up = 下一步：{ $heading }
step-of = 第{ $n }步，共{ $of }步
step-of-at-most = 第{ $n }步，最多{ $of }步

## Home

home-title = 辦理行政手續
search-label = 查找手續
search-hint = 輸入手續的越南文名稱，有沒有聲調符號都可以。例如：doi giay phep
search-button = 查找
search-found =
    { $n ->
        [0] 找不到任何手續。
       *[other] 找到{ $n }項手續。
    }
search-nothing = 找不到任何手續。請試試其他詞，或少用幾個詞。
search-browse = 查看所有手續，按事項篩選
track-title = 查詢申請
track-code = 申請編號
track-code-hint = 寫在約期單（giấy hẹn）或確認頁上。可以輸入小寫字母，可以有空格。
track-code-missing = 請輸入申請編號
track-button = 查詢

## The procedure

who-title = 誰可以辦理這項手續
prepare-title = 需要準備
prepare-print = 打印這份清單
facts-title = 費用、時間、結果
fee-title = 手續費，截至{ $date }
fee-unknown = 還沒有手續費的資料。請詢問辦理機關。
fee-amount-unknown = 金額尚未確定
fee-free = 免費
time-title = 辦理時間
working-days = { $n }個工作日，從收齊申請材料時起計
calendar-days = { $n }天，從收齊申請材料時起計
working-hours = { $n }個工作小時，從收齊申請材料時起計
result-title = 結果
agency-title = 辦理機關
level-title = 線上辦理
level-full = 可以全部在線上辦理（全程）
level-partial = 一部分可以在線上辦理；其餘部分到機關辦理
level-information = 本門戶只提供資料
legal-title = 法律依據
procedure-code = 手續代碼：
checked-on = { $date }檢查
valid-until = 適用至{ $date }（包括當天）
information-only = 在本門戶還不能提交這項手續。請看上面的提交方式，或詢問機關。
start-keeps = 您填寫的內容會保存在這部設備上，直到您送出或刪除。您可以停下來，以後再繼續。
start-keeps-in-tab = 這部設備是共用的：您填寫的內容會上鎖，只保留到您關閉頁面為止。
not-online = 本門戶還不能在線上接收這項手續的申請。
start-button = 開始
start-continue = 繼續未完成的申請
start-shared = 在共用設備上開始
start-shared-hint = 您填寫的內容會上鎖。關閉或離開頁面後，誰都不能再打開，包括您自己。

## Steps

saved-not-yet = 您的回答會保存在這部設備上。
saved-not-yet-in-tab = 您的回答只會保留到您關閉頁面為止。
saved-at = 已保存在這部設備上：{ $time }
saved-in-tab = 只保留到您關閉頁面為止。已保存：{ $time }
saved-not-kept = 這部設備不允許保存。送出之前請不要關閉頁面。
saved-not-now = 尚未儲存在此裝置上。
date-day = 日
date-month = 月
date-year = 年
date-any = 如果不知道日或月，那一格可以留空。
money = { $amount }越盾

## When something goes wrong

trouble-safe = 您已填寫的內容仍在這部設備上。
trouble-wait = 請在大約{ $minutes }分鐘後再試。
trouble-offline-title = 設備沒有網絡
trouble-offline = 這部設備還沒有連接網絡。請檢查網絡，然後再試。
trouble-unreachable-title = 無法連接服務門戶
trouble-unreachable = 無法連接服務門戶。可能是網絡較弱，或服務門戶暫停運作。
trouble-too-slow-title = 服務門戶回應太慢
trouble-too-slow = 服務門戶沒有及時回應。可能是網絡較弱，或使用服務門戶的人太多。
trouble-unreadable-title = 服務門戶的回應不正確
trouble-unreadable = 服務門戶傳來的內容，本頁無法讀取。這通常只是暫時的。
trouble-refused-title = 服務門戶不明白這個請求
trouble-refused = 服務門戶不明白這個請求。請再試一次，或使用下面的其他方式。
trouble-sign-in-needed-title = 需要登入
trouble-sign-in-needed = 服務門戶要求登入後才能查看本頁。
trouble-forbidden-title = 無法查看本頁
trouble-forbidden = 服務門戶不允許查看本頁。
trouble-not-found-title = 找不到
trouble-not-found = 服務門戶沒有這項手續或這份申請。請檢查網址，或在首頁查找。
trouble-changed-title = 內容剛剛更改了
trouble-changed = 服務門戶的內容剛剛更改了。請再試一次，取得新版本。
trouble-too-large-title = 內容太大
trouble-too-large = 服務門戶不接受這麼大的內容。
trouble-rejected-title = 服務門戶沒有接受
trouble-rejected = 有些內容服務門戶不接受。請再看一遍您的回答。
trouble-too-many-title = 請求太多
trouble-too-many = 同時有太多請求。請稍等一會兒再試。
trouble-broken-title = 服務門戶發生故障
trouble-broken = 服務門戶發生故障。這不是您的錯。
trouble-closed-title = 服務門戶暫停服務
trouble-closed = 服務門戶正在維護，暫停服務。

## What is wrong with an answer

error-prefix = 錯誤：
title-error = 錯誤：{ " " }
read-aloud-link = 收聽

## How accessible this is. Compare with docs/accessibility/statements.md before you change it; change the date too.

account-link = 我的帳號和申請
accessibility-link = 人人易用
