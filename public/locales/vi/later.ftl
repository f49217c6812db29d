# Lời của những gì đến sau câu hỏi đầu tiên: docs/adr/0008-later.md.

## Trang đầu

drafts-title = Hồ sơ đang làm dở
drafts-where = Những hồ sơ này chỉ lưu trên máy này, cho đến khi bạn gửi hoặc xóa. Chưa gửi cho cơ quan nào.
drafts-where-in-tab = Những hồ sơ này chỉ giữ đến khi bạn đóng trang. Chưa gửi cho cơ quan nào.
draft-step = Đang ở bước:
draft-saved = Đã lưu lúc { $time }
draft-pending = Hồ sơ này đã gửi đi, nhưng chưa biết cổng dịch vụ đã nhận chưa. Mở ra để biết.
draft-continue = Làm tiếp: { $name }
draft-delete = Xóa: { $name }
delete-answers = Xóa câu trả lời của tôi
keep-in-tab = Máy này dùng chung: chỉ giữ đến khi đóng trang
keep-in-tab-done = Từ bây giờ, câu trả lời chỉ giữ đến khi bạn đóng trang.
keep-on-device = Giữ trên máy này để làm tiếp lúc khác
keep-on-device-done = Từ bây giờ, câu trả lời được giữ trên máy này cho đến khi bạn gửi hoặc xóa.
draft-delete-sure = Xóa hết những gì đã nhập trong hồ sơ này? Xóa rồi không lấy lại được.
draft-delete-sure-pending = Hồ sơ này có thể đã đến cổng dịch vụ. Nếu xóa, máy này không tìm được mã hồ sơ nữa. Vẫn xóa?
draft-delete-yes = Xóa hồ sơ này
draft-delete-no = Giữ lại
draft-deleted = Đã xóa hồ sơ đang làm dở.
sent-title = Hồ sơ đã gửi từ máy này

## Tìm kiếm

search-filters = Lọc kết quả
search-all = Tất cả
search-only-event = Việc cần làm
search-only-agency = Cơ quan
search-only-level = Cấp làm thủ tục
search-level-ministry = Bộ
search-level-province = Tỉnh, thành phố
search-level-commune = Xã, phường, đặc khu
search-level-other = Cơ quan khác
search-more = Hiện thêm kết quả
search-form = Làm được trên mạng ở đây

## Các bước

address-province = Tỉnh, thành phố
address-province-hint = Nhập vài chữ rồi chọn trong danh sách
address-commune = Xã, phường, đặc khu
address-commune-hint = Chọn tỉnh, thành phố trước
address-detail = Số nhà, đường, thôn, tổ
address-detail-hint = Không có số nhà thì ghi tên thôn, tổ, ấp, bản
currency = đồng
list-label = Danh sách để chọn
list-now-part = { $name } nay thuộc nơi này
list-found =
    { $n ->
        [0] Không có mục nào khớp.
       *[other] Có { $n } mục khớp. Dùng mũi tên xuống để chọn.
    }
list-nothing = Không có mục nào khớp
list-choose = Chọn một mục
list-loading = Danh sách đang tải. Chờ một chút.
list-failed = Chưa tải được danh sách để chọn.
characters-left = Còn { $n } ký tự
characters-over = Quá { $n } ký tự
repeat-empty = Chưa có ai hoặc mục nào trong danh sách.
repeat-add = Thêm { $item }
repeat-full = Danh sách đã đủ { $n } mục, không thêm được nữa.
row-incomplete = Mục này còn thiếu thông tin
row-removed = Đã bỏ khỏi danh sách: { $what }.
change-what = Sửa: { $what }
remove-what = Bỏ: { $what }
rows =
    { $n ->
        [0] Không có
       *[other] { $n } mục
    }
rows-part = { $item } { $from } đến { $to }, trong tất cả { $of }
rows-part-to-do = Các mục cần sửa: { $from } đến { $to }, trong tất cả { $of }
rows-next = Các mục tiếp theo
rows-before = Các mục trước đó
rows-only-to-do = Chỉ hiện các mục cần sửa
rows-none-to-do = Không còn mục nào cần sửa.
rows-shown =
    { $n ->
        [0] Không có mục nào để hiện.
       *[other] Đang hiện { $n } mục.
    }
news-version = Mẫu đơn đã có bản mới từ khi bạn bắt đầu điền.
news-version-fits = Tất cả những gì bạn đã nhập vẫn dùng được.
news-version-again = Hãy trả lời lại:
news-version-new = Mẫu đơn mới hỏi thêm:
news-version-kept = Những gì khác bạn đã nhập vẫn còn nguyên.
news-version-left-out = Có câu mẫu đơn không hỏi nữa: câu trả lời của bạn ở đó không được gửi.
news-dropped = Vì bạn đã đổi câu trả lời, hồ sơ không cần những mục này nữa: { $labels }. Những gì bạn đã nhập ở đó được giữ lại, nhưng không được gửi.

## Nhập từ bảng

import-title = Nhập từ bảng (CSV)
import-for = Nếu bạn đã có danh sách trong bảng tính, như Excel, bạn không phải gõ lại từng mục.
import-step-table = Tải bảng mẫu và mở bằng chương trình bảng tính. Mỗi mục ghi trên một dòng.
import-step-save = Lưu bảng thành tệp CSV, loại UTF-8, rồi chọn tệp ở đây. Hoặc chép các ô trong bảng và dán vào ô nội dung.
import-step-take = Bấm “Đưa vào danh sách”. Dòng nào có chỗ sai cũng được đưa vào, rồi bạn sửa sau.
import-template = Tải bảng mẫu
import-rows = Tải danh sách này thành bảng
import-file = Tệp CSV
import-file-read = Đã đọc tệp { $name }. Nội dung hiện trong ô bên dưới.
import-text = Nội dung của bảng
import-text-hint = Dòng đầu là tên các cột, như trong bảng mẫu
import-mode = Danh sách đã có mục. Bạn muốn làm gì với các mục này?
import-append = Giữ lại, thêm các dòng mới ở cuối
import-replace = Bỏ hết, thay bằng các dòng mới
import-take = Đưa vào danh sách
import-empty = Chưa có dòng nào để đưa vào. Chọn tệp, hoặc dán bảng vào ô này
import-not-text = Tệp này không đọc được. Lưu bảng thành tệp CSV, loại UTF-8, rồi chọn lại
import-too-many-lines = Chia bảng thành nhiều phần, mỗi phần nhiều nhất { $n } dòng
import-too-large = Bảng này quá lớn. Chọn tệp không quá { $max }
import-done =
    { $n ->
        [0] Chưa đưa được dòng nào vào danh sách
       *[other] Đã đưa { $n } dòng vào danh sách
    }
import-no-room = Danh sách đã đủ. Còn { $n } dòng ở cuối bảng không đưa vào được.
import-by-order = Dòng đầu không có tên cột nào giống câu hỏi. Các cột được lấy theo thứ tự câu hỏi, nên hãy xem lại.
import-left-out = Những cột không dùng đến: { $columns }.
import-no-column = Bảng không có những cột này: { $columns }. Hãy điền thêm ở từng mục.
import-all-right = Không mục nào trong danh sách còn thiếu hoặc sai.
import-wrong = Có { $n } mục trong danh sách cần sửa:
import-more-wrong = Còn { $n } mục khác cần sửa. Chúng có trong danh sách bên dưới.
import-undo = Bỏ lần nhập này
import-undone = Đã bỏ lần nhập. Danh sách lại như trước.

## Tệp

file-limits = Tệp { $types }, mỗi tệp tối đa { $max }. Ảnh lớn hơn sẽ được thu nhỏ trên máy này.
files-chosen = Tệp đã chọn: { $label }
file-remove = Bỏ tệp { $name }
file-added = Đã thêm tệp { $name }.
file-refused = Chưa thêm được tệp { $name }. { $why }.
file-removed = Đã bỏ tệp { $name }.
file-arrived = Đã tải lên
file-told = { $name }: { $what }
file-told-arrived = { $name }: đã tải lên.
file-under-way = Đang tải lên: { $percent }%
file-waiting = Mất mạng. Sẽ tự tải tiếp. Đã được { $percent }%
file-gone = Máy này không còn giữ tệp. Bỏ tệp này và chọn lại.
file-failed-too-large = Cổng dịch vụ không nhận tệp lớn như vậy. Bỏ tệp này và chọn tệp nhỏ hơn.
file-failed-refused = Cổng dịch vụ không nhận tệp này. Bỏ tệp này và chọn tệp khác.
file-failed-forbidden = Cổng dịch vụ không cho tải tệp lên. Thử lại sau, hoặc nộp giấy tờ tại Bộ phận Một cửa.
file-failed-sign-in-needed = Cổng dịch vụ chỉ nhận tệp của người đã đăng nhập. Gọi số trợ giúp, hoặc nộp giấy tờ tại Bộ phận Một cửa.
file-failed-not-found = Cổng dịch vụ không tìm thấy tệp này. Thử lại; nếu vẫn vậy, bỏ tệp này và chọn lại.
file-failed-changed = Tệp này bị gián đoạn nhiều lần khi tải lên. Thử lại khi mạng tốt hơn.
file-failed-rejected = Cổng dịch vụ không nhận tệp này. Bỏ tệp này và chọn tệp khác.
size-kb = { $amount } KB
size-mb = { $amount } MB

## Kiểm tra và gửi

review-title = Kiểm tra lại hồ sơ
review-not-sent = Hồ sơ chưa gửi. Xem lại các câu trả lời, rồi bấm Gửi hồ sơ ở cuối trang.
not-provided = Chưa trả lời
answer-missing = Còn thiếu: { $label }
answer-on-its-way = Đã chọn. Tên sẽ hiện khi có danh sách.
declare-title = Cam đoan và gửi
send = Gửi hồ sơ
sending = Đang gửi hồ sơ. Đừng đóng trang.
sending-files = Đang chờ các tệp tải lên xong. Sau đó hồ sơ tự gửi. Đừng đóng trang này.
sending-unknown-title = Chưa biết hồ sơ đã đến nơi chưa
sending-unknown = Hồ sơ của bạn vẫn còn nguyên trên máy này và sẽ không bị gửi hai lần. Trang này tự hỏi lại cổng dịch vụ. Bạn có thể đóng trang và mở lại sau.
sending-ask-again = Hỏi lại ngay
sending-refused-title = Cổng dịch vụ chưa nhận hồ sơ
sending-refused-refused = Cổng dịch vụ không đọc được hồ sơ này. Gọi số trợ giúp hoặc nộp tại Bộ phận Một cửa.
sending-refused-rejected = Cổng dịch vụ cho biết lý do:
sending-refused-sign-in-needed = Cần đăng nhập để gửi hồ sơ này.
sending-refused-forbidden = Cổng dịch vụ không cho gửi hồ sơ này.
sending-refused-not-found = Cổng dịch vụ không còn nhận thủ tục này.
sending-refused-changed = Mẫu đơn vừa được thay đổi. Tải lại trang, xem lại các câu trả lời rồi gửi.
sending-refused-too-large = Hồ sơ quá lớn. Bỏ bớt tệp rồi gửi lại.
sending-refused-too-many = Có quá nhiều lần gửi. Chờ vài phút rồi gửi lại.
already-sent-title = Hồ sơ này đã gửi
already-sent = Hồ sơ đã đến cơ quan. Không sửa và không gửi lại được ở đây.
already-sent-see = Xem hồ sơ
already-sent-new = Làm hồ sơ mới

## Sau khi gửi

receipt-title = Đã gửi hồ sơ
tracking-title = Tình trạng hồ sơ
dossier-code = Mã hồ sơ
receipt-procedure = Thủ tục
receipt-lookup = Mã tra cứu
receipt-time = Gửi lúc
receipt-keep = Ghi lại hoặc in mã hồ sơ và mã tra cứu. Cần cả hai để xem hồ sơ trên máy khác.
receipt-next = Cơ quan sẽ xem hồ sơ. Nếu thiếu giấy tờ, cơ quan sẽ báo và nói rõ thiếu gì. Xem tình trạng ngay tại trang này.
todo-put-right = Bạn cần sửa hoặc nộp thêm một chỗ trong hồ sơ.
todo-go = Bạn phải đến cơ quan. Cần mang gì và đến đâu: xem ở dưới.
todo-go-later = Bạn còn phải đến cơ quan. Hãy chờ cơ quan nhận hồ sơ. Cần mang gì: xem ở dưới.
todo-parts = Có phần hồ sơ không làm được hoặc cần bạn làm thêm. Hãy đọc lý do.
todo-office-wrote = Cơ quan viết lúc { $time }:
todo-ask = Hỏi cơ quan
todo-ask-why = Cơ quan chưa ghi lý do. Hỏi cơ quan
todo-until = Hẹn trả kết quả: { $date }.
todo-pay-amount = Số tiền: { $amount }
todo-pay-how = Trang này không nhận tiền. Nộp theo cách và trước ngày mà cơ quan ghi ở đây. Nếu không thấy cách nộp hoặc ngày, hãy hỏi cơ quan.
receipt-print = In trang này
status-title = Hồ sơ đang ở đâu
status-now = Tình trạng:
history-title = Các lần thay đổi
tracking-asking = Đang hỏi cổng dịch vụ.
tracking-refresh = Xem tình trạng mới nhất
tracking-safe = Hồ sơ đã gửi không bị ảnh hưởng.
tracking-last = Dưới đây là tình trạng lần trước.
proof-title = Tra cứu hồ sơ
proof-other-code = Nhập mã hồ sơ khác
proof-label = Mã tra cứu
proof-hint = Mã có 10 chữ và số, ghi trên trang xác nhận sau khi gửi.
proof-button = Xem hồ sơ
proof-missing = Nhập mã tra cứu
proof-wrong = Mã hồ sơ và mã tra cứu không khớp. Kiểm tra lại cả hai.
proof-too-often = Đã thử quá nhiều lần. Chờ 15 phút rồi thử lại.
forget-title = Dùng chung máy
forget = Nếu máy này có người khác dùng, hãy xóa mã hồ sơ khỏi máy. Hồ sơ ở cơ quan vẫn còn.
forget-button = Xóa mã hồ sơ khỏi máy này
forgotten = Đã xóa mã hồ sơ khỏi máy này.

## Mười tình trạng chính thức

status-submitted = Mới đăng ký
status-submitted-do = Bạn chưa phải làm gì. Chờ cơ quan nhận hồ sơ.
status-accepted = Được tiếp nhận
status-accepted-do = Bạn chưa phải làm gì. Cơ quan đã nhận hồ sơ.
status-not-accepted = Không được tiếp nhận
status-not-accepted-do = Cơ quan không nhận hồ sơ này. Đọc lý do ở dưới. Sửa lại rồi nộp hồ sơ mới.
status-in-progress = Đang xử lý
status-in-progress-do = Bạn chưa phải làm gì. Cơ quan đang giải quyết.
status-documents-requested = Yêu cầu bổ sung giấy tờ
status-documents-requested-do = Bạn cần nộp thêm giấy tờ. Xem cơ quan cần gì ở dưới.
status-payment-due = Yêu cầu thực hiện nghĩa vụ tài chính
status-payment-due-do = Bạn cần nộp tiền. Xem số tiền và cách nộp ở dưới.
status-withdrawal-requested = Công dân yêu cầu rút hồ sơ
status-withdrawal-requested-do = Bạn chưa phải làm gì. Cơ quan đang xem yêu cầu rút hồ sơ.
status-stopped = Dừng xử lý
status-stopped-do = Cơ quan đã dừng giải quyết. Đọc lý do ở dưới.
status-decided = Đã xử lý xong
status-decided-do = Đã có kết quả. Nhận kết quả theo cách đã chọn.
status-delivered = Đã trả kết quả
status-delivered-do = Xong. Bạn không phải làm gì nữa.

## Hiển thị

preferences-title = Cỡ chữ, màu và cách đọc
preferences-at-once = Thay đổi được áp dụng ngay và được nhớ trên máy này. Câu trả lời của bạn vẫn giữ nguyên.
preferences-text = Cỡ chữ
preferences-text-size = { $percent }%
preferences-theme = Màu
preferences-theme-auto = Theo máy
preferences-theme-light = Nền sáng
preferences-theme-dark = Nền tối
preferences-theme-yellow-on-black = Chữ vàng, nền đen
preferences-theme-black-on-white = Chữ đen, nền trắng
preferences-close = Đóng
preferences-spacing = Giãn dòng, giãn chữ
preferences-spacing-normal = Bình thường
preferences-spacing-wide = Rộng
preferences-spacing-wider = Rộng nhất
preferences-mode = Cách điền hồ sơ
preferences-mode-steps = Mỗi trang một bước
preferences-mode-steps-hint = Các câu hỏi cùng loại nằm chung một trang
preferences-mode-one-question = Mỗi trang một câu hỏi
preferences-mode-one-question-hint = Dễ theo dõi hơn khi chữ lớn
preferences-mode-screen-reader = Dành cho trình đọc màn hình
preferences-mode-screen-reader-hint = Mỗi trang một câu hỏi, có lý do hỏi và câu tiếp theo bằng lời, danh sách đơn giản
preferences-ruler = Thước đọc
preferences-ruler-hint = Làm nổi dòng đang đọc, mờ phần còn lại

## Ngôn ngữ

languages-title = Ngôn ngữ
language-is-unreviewed = Bản dịch chưa được kiểm tra
language-is-partial = { $share ->
    [0] Chưa dịch, hiện bằng tiếng Việt
   *[other] Mới dịch { $share } %, phần còn lại bằng tiếng Việt
 }
language-unreviewed = Bản dịch này chưa có người thạo tiếng kiểm tra. Chỗ nào chưa rõ, xem thêm tiếng Việt.
language-partial = { $share ->
    [0] Ngôn ngữ này chưa được dịch. Trang hiện bằng tiếng Việt.
   *[other] Ngôn ngữ này mới dịch { $share } %. Phần còn lại bằng tiếng Việt.
 }
original-show = Hiện thêm tiếng Việt
original-hide = Ẩn tiếng Việt

## Khi có trục trặc

not-found-title = Không có trang này
not-found = Địa chỉ này không có trang nào. Có thể địa chỉ bị gõ sai hoặc trang đã chuyển đi.
not-found-search = Tìm thủ tục ở trang đầu
mistaken-title = Chưa làm được thủ tục này trên mạng
mistaken = Mẫu đơn của thủ tục này có lỗi, nên chưa dùng được ở đây. Lỗi không phải do bạn.
mistaken-operator = Dành cho đơn vị vận hành: { $n } lỗi trong định nghĩa

## Lỗi trong câu trả lời

error-summary-title = Có chỗ cần sửa
problem-missing = Nhập { $label }
problem-missing-choice = Chọn { $label }
problem-missing-file = Chọn tệp: { $label }
problem-file = { $label }: { $what }
problem-missing-declaration = Đánh dấu vào ô cam đoan để gửi hồ sơ
problem-too-short = Nhập { $label } dài ít nhất { $n } ký tự
problem-too-long = Rút ngắn { $label }: tối đa { $n } ký tự, đang thừa { $over }
problem-pattern = Viết { $label } đúng như trên giấy tờ
problem-not-a-number = Nhập { $label } bằng chữ số, ví dụ 12
problem-decimals =
    { $n ->
        [0] Nhập { $label } là số nguyên, không có phần lẻ
       *[other] Nhập { $label } có nhiều nhất { $n } chữ số sau dấu phẩy
    }
problem-too-small = Nhập { $label } từ { $n } trở lên
problem-too-large = Nhập { $label } không quá { $n }
problem-date-incomplete = Nhập thêm { $parts } của { $label }
problem-no-such-date = Kiểm tra lại { $label }: trong lịch không có ngày này
problem-year-digits = Nhập năm của { $label } đủ bốn chữ số, ví dụ 1985
problem-date-too-early = Nhập { $label } từ ngày { $date } trở đi
problem-date-too-late = Nhập { $label } không sau ngày { $date }
problem-date-in-future = Nhập { $label }: hôm nay hoặc một ngày trước đó
problem-date-in-past = Nhập { $label }: hôm nay hoặc một ngày sau đó
problem-not-an-option = Chọn { $label } trong danh sách
problem-too-few-chosen = Chọn ít nhất { $n } mục: { $label }
problem-too-many-chosen = Chọn nhiều nhất { $n } mục: { $label }
problem-none-and-some = Chỉ chọn một trong hai: "không có", hoặc các mục khác
problem-too-few-rows = Thêm ít nhất { $n } mục: { $label }
problem-too-many-rows = Bỏ bớt, chỉ để lại { $n } mục: { $label }
problem-row-incomplete = Hoàn thành mục số { $n } trong danh sách: { $label }
problem-not-asked = Bỏ { $label }: hồ sơ này không cần
problem-portal = Kiểm tra lại { $label }
problem-person-name = Nhập { $label } chỉ gồm chữ cái, dấu cách, dấu nháy và dấu gạch nối
problem-phone = Nhập số điện thoại có 10 chữ số, ví dụ 0900 000 000
problem-phone-old = Nhập số điện thoại 10 chữ số. Số 11 chữ số bắt đầu bằng 01 đã được đổi năm 2018
problem-email = Nhập thư điện tử theo dạng ten@vidu.vn
email-meant = Có phải bạn muốn nhập { $address }?
email-use = Dùng { $address }
problem-personal-id-length = Số định danh cá nhân gồm 12 chữ số, ghi trên thẻ căn cước. Bạn đã nhập { $n } chữ số
problem-personal-id-digits = Nhập số định danh cá nhân gồm 12 chữ số, ghi trên thẻ căn cước
problem-personal-id-impossible = Kiểm tra lại số định danh cá nhân trên thẻ căn cước: ba số đầu không thể là 000
problem-old-id = Nhập số chứng minh nhân dân gồm 9 chữ số
problem-passport = Nhập số hộ chiếu như trên hộ chiếu, ví dụ C0000000
problem-driving-licence = Nhập số giấy phép lái xe như trên giấy phép, thường gồm 12 chữ số
problem-tax-code = Nhập mã số thuế gồm 10 chữ số, 13 chữ số với chi nhánh, hoặc 12 chữ số của số định danh cá nhân trên thẻ căn cước
problem-tax-code-checksum = Kiểm tra lại mã số thuế: có chữ số bị sai
problem-plate = Nhập biển số xe như trên xe, ví dụ 30A-123.45
problem-health-insurance = Nhập số thẻ bảo hiểm y tế như trên thẻ, gồm 10, 12 hoặc 15 ký tự
problem-time = Nhập giờ và phút, ví dụ 14:30
problem-file-empty = Tệp này không có nội dung. Chọn tệp khác
problem-file-too-large = Tệp này quá lớn. Chọn tệp không quá { $max }
problem-file-type = Tệp này không dùng được. Chọn tệp { $types }
problem-file-pixels = Ảnh này quá nhỏ. Chọn ảnh rộng ít nhất { $width } và cao ít nhất { $height } điểm ảnh
problem-file-unreadable = Chưa đọc được tệp này. Nếu tệp nằm trên đám mây, hãy tải về máy rồi chọn lại
problem-file-cut-off = Tệp này bị mất phần cuối. Chụp hoặc lưu lại rồi chọn lại
problem-file-other-picture = Ảnh này thuộc loại { $type }, không dùng được. Mở ảnh, lưu thành JPG rồi chọn lại
problem-file-locked = Tệp PDF này có mật khẩu. Bỏ mật khẩu rồi chọn lại
problem-file-too-many = Chọn nhiều nhất { $n } tệp
problem-file-not-uploaded = Tệp chưa tải lên xong: { $label }
read-aloud-title = Nghe trang này
read-aloud-how = Máy đọc từng câu của trang bằng giọng có sẵn trên máy. Câu đang đọc được đánh dấu.
read-aloud-play = Đọc
read-aloud-pause = Tạm dừng
read-aloud-back = Câu trước
read-aloud-on = Câu sau
read-aloud-speed = Tốc độ
read-aloud-speed-75 = Chậm
read-aloud-speed-100 = Bình thường
read-aloud-speed-125 = Nhanh
read-aloud-speed-150 = Rất nhanh
read-aloud-chosen = Đã chọn:
read-aloud-no-voice = Máy này không có giọng đọc cho { $language }. Những câu bằng tiếng đó không được đọc. Có thể thêm giọng đọc trong phần cài đặt của máy.
read-aloud-failed = Giọng đọc của máy đã dừng. Bấm Đọc để nghe tiếp.

## Trang về khả năng tiếp cận. So với docs/accessibility/statements.md trước khi sửa; đổi cả ngày.

accessibility-title = Dễ dùng cho mọi người (khả năng tiếp cận)
accessibility-lead = Trang này được làm để ai cũng tự làm được thủ tục, kể cả người mù, người nhìn kém, người không dùng chuột và người đọc chậm.
accessibility-aim-title = Dựa vào quy tắc nào
accessibility-aim = Trang được kiểm tra theo WCAG 2.2, bộ quy tắc quốc tế để ai cũng dùng được trang web. Phải đạt mức AA. Chỗ nào làm được thì theo mức AAA.
accessibility-law = Nghị định 224/2026/NĐ-CP, Điều 15, yêu cầu dịch vụ công trên mạng giúp người khuyết tật vào được và dùng được. Nghị định không nêu bản WCAG nào.
accessibility-proof = Mã nguồn của trang có danh sách những điều phải đúng, và cách kiểm tra từng điều.
accessibility-holds-title = Những gì đã làm được
accessibility-holds-keyboard = Làm được mọi việc chỉ bằng bàn phím.
accessibility-holds-reader = Đã thử với trình đọc màn hình Orca 43.1 trên máy tính.
accessibility-holds-text = Chọn được năm cỡ chữ, to nhất là 400%. Khi chữ to, trang vẫn không phải kéo ngang.
accessibility-holds-colour = Chọn được nền sáng, nền tối, chữ vàng nền đen, chữ đen nền trắng. Chữ luôn nổi rõ trên nền: độ tương phản ít nhất 7:1.
accessibility-holds-reading = Chọn được giãn dòng, giãn chữ, thước đọc, và mỗi trang một câu hỏi. Trang đọc to được bằng giọng của máy.
accessibility-holds-errors = Khi có chỗ cần sửa, đầu trang ghi từng chỗ và cách sửa. Bấm vào đó để đến đúng ô.
accessibility-holds-time = Không có giới hạn thời gian. Câu trả lời được lưu trên máy này, nên có thể dừng và làm tiếp.
accessibility-holds-captcha = Không phải đọc mã trong hình (captcha). Không phải nhớ mật khẩu.
accessibility-gaps-title = Những gì chưa làm được
accessibility-gaps-readers = Chưa thử với các trình đọc màn hình khác: NVDA, JAWS, VoiceOver, TalkBack. Có thể có chỗ đọc sai hoặc không đọc.
accessibility-gaps-people = Chưa có người khuyết tật nào dùng thử trang này.
accessibility-gaps-languages = Tiếng Khmer và tiếng Hoa đã có đủ, nhưng do máy dịch. Chưa có người nói các tiếng đó đọc lại. Các tiếng dân tộc thiểu số khác mới có vài từ, hoặc chưa có từ nào. Chỗ chưa có thì hiện tiếng Việt. Chưa có ngôn ngữ ký hiệu.
accessibility-gaps-notes = Lời nhắn của cơ quan và tên xã, phường chỉ có tiếng Việt.
accessibility-gaps-audio = Phần Nghe dùng giọng đọc của máy, chưa có bản thu âm. Máy không có giọng tiếng Việt thì không nghe được.
accessibility-gaps-device = Câu trả lời trên máy được khóa, nhưng ai dùng được trình duyệt này thì mở được. Nếu dùng chung máy, hãy chọn “Bắt đầu trên máy dùng chung”, hoặc bấm “Xóa câu trả lời của tôi” khi dừng lại.
accessibility-gaps-sent = Gửi hồ sơ rồi thì không xem lại được các câu trả lời ở đây. Muốn giữ, in trang kiểm tra trước khi gửi.
accessibility-gaps-browsers = Trang cần JavaScript và một trình duyệt mới. Kiểm tra tự động mới dùng Chromium, phần lõi của Chrome và Edge.
accessibility-instead-title = Nếu bạn không dùng được trang này
accessibility-instead = Bạn không bắt buộc phải làm trên mạng. Có thể làm theo một trong các cách sau.
accessibility-instead-office = Đến Bộ phận Một cửa của xã, phường gần nhất.
accessibility-instead-call = Gọi số ở cuối trang này, nếu có.
accessibility-instead-together = Nhờ một người mà bạn tin tưởng nhập cùng.
accessibility-report-title = Báo chỗ khó dùng
accessibility-report = Gặp chỗ không dùng được, hãy báo cho đơn vị vận hành ghi ở cuối trang.
accessibility-report-what = Cho biết trang nào, máy nào, trình duyệt nào, và điều gì đã xảy ra.
accessibility-date = Viết và kiểm tra ngày { $date }.

advice-title = Hãy xem lại
advice-go-on = Nếu mọi điều đều đúng, bấm “Tiếp tục” lần nữa.
advice-gaps = Chưa có nơi ở trong: { $months }. Nếu nhớ, hãy thêm; thiếu thời gian là lý do hồ sơ hay bị trả lại.
elsewhere-office = Làm ở đâu
elsewhere-procedure = Xem thủ tục phù hợp hơn:
elsewhere-kept = Những gì bạn đã trả lời vẫn được giữ trên máy này.
elsewhere-change = Xem lại câu trả lời
legal-basis = Căn cứ:
fee-amount-open = còn tùy câu trả lời của bạn
fee-amount-more = { $amount }, và một khoản chưa rõ số tiền
fee-now = Lệ phí theo các câu trả lời của bạn: { $amount }
fee-due-title = Lệ phí của bạn
fee-sum = Cộng: { $amount }
fee-not-here = Ở đây chưa trả tiền được. Cơ quan sẽ báo khi nào trả và trả bằng cách nào.
in-person-title = Phần phải làm tại cơ quan
in-person-office = Ở đâu
in-person-hours = Khi nào
in-person-takes = Mất bao lâu
in-person-code = Mang theo mã hồ sơ này:
in-person-bring = Mang theo
in-person-steps = Tại đó
components-title = Một lần gửi, nhiều việc được làm
component-if-asked = Chỉ khi bạn đề nghị
account-title = Cần tài khoản
account-level-1 = Để gửi hồ sơ, cần số điện thoại đã xác nhận hoặc tài khoản VNeID. Bạn điền trước cũng được.
account-level-2 = Để gửi hồ sơ, cần tài khoản VNeID mức 2. Bạn điền trước cũng được.

supplement-count = Có { $n } điều cần sửa hoặc gửi thêm.
supplement-until = Gửi trước khi hết ngày { $date }.
supplement-open = Xem và sửa
supplement-title = Sửa và gửi thêm
supplement-only = Bạn chỉ sửa những phần dưới đây. Mọi câu trả lời khác giữ nguyên, không phải nhập lại.
supplement-contact = Cần hỏi, liên hệ:
supplement-newly = Câu hỏi thêm
supplement-send = Gửi phần đã sửa
supplement-add-row = Thêm một mục
supplement-nothing = Hồ sơ này không cần gửi thêm gì
supplement-see = Xem hồ sơ
supplement-sent = Đã gửi phần đã sửa.
supplement-unchanged = Bạn chưa sửa chỗ này:
supplement-unchanged-what = Nếu gửi như cũ, cơ quan có thể hỏi lại hoặc không giải quyết được. Hãy sửa ở trên, hoặc viết cho cơ quan nếu không có gì sai.
supplement-unchanged-send = Vẫn gửi như cũ
supplement-again = Những gì bạn đã sửa vẫn còn ở đây. Bấm gửi lần nữa; hồ sơ không bị gửi hai lần.
flaw-how = Cách sửa:
flaw-note = Cán bộ viết:
flaw-not-there = Phần này không còn trong hồ sơ nên không sửa được ở đây. Hãy nhắn cho cơ quan ở trang hồ sơ.
flaw-of-all = Cả hồ sơ
flaw-blurred = Ảnh bị mờ, không đọc được
flaw-blurred-how = Chụp lại nơi đủ sáng, giấy tờ nằm trọn trong ảnh.
flaw-missing-side = Thiếu mặt sau
flaw-missing-side-how = Thêm ảnh mặt sau.
flaw-mismatch = Không khớp với dữ liệu quốc gia về dân cư
flaw-mismatch-how = Sửa câu trả lời, hoặc đề nghị công an xã, phường sửa dữ liệu.
flaw-expired = Giấy tờ đã hết hạn
flaw-expired-how = Gửi giấy tờ còn hạn.
flaw-wrong-document = Không đúng loại giấy tờ
flaw-wrong-document-how = Gửi đúng giấy tờ nêu ở câu hỏi.
flaw-wrong-clinic = Giấy khám sức khỏe không phải của cơ sở được phép
flaw-wrong-clinic-how = Khám tại cơ sở được phép rồi gửi giấy mới.
flaw-not-signed = Chưa có chữ ký
flaw-not-signed-how = Ký rồi chụp lại, hoặc ký trên máy (ký số).
flaw-gap = Thiếu một khoảng thời gian về nơi ở
flaw-gap-how = Thêm nơi bạn đã ở trong những tháng còn thiếu.
flaw-consent = Thiếu ý kiến đồng ý
flaw-consent-how = Nhờ người được nêu tên đồng ý.
flaw-violation = Còn vi phạm giao thông chưa giải quyết
flaw-violation-how = Giải quyết xong, rồi cho biết số quyết định.
flaw-empty-file = Không nhận được tệp
flaw-empty-file-how = Gửi lại tệp; các câu trả lời khác vẫn còn.
due-title = Ngày hẹn trả kết quả
due-received = Tính là nhận vào ngày { $date }.
due-may-change = Ngày nghỉ lễ sau đó chưa được quyết định hết, nên ngày hẹn có thể thay đổi.
components-standing = Từng việc
component-due = Hẹn ngày { $date }
messages-title = Tin nhắn với cơ quan
message-none = Chưa có tin nhắn.
message-from-officer = Cơ quan
message-from-you = Bạn
message-label = Viết cho cơ quan
message-hint = Vài câu ngắn. Không cần ghi mã hồ sơ.
message-missing = Viết điều bạn muốn hỏi
text-too-long = Rút ngắn: tối đa { $n } ký tự, đang thừa { $over }
message-send = Gửi tin nhắn
message-sent = Đã gửi tin nhắn.
results-title = Kết quả
result-download = Tải { $name } ({ $size })
result-saved = Đã lưu tệp vào máy.
result-not-saved = Máy chưa lưu được tệp. Hãy thử lại.
withdraw-title = Rút hồ sơ
withdraw-what = Cơ quan sẽ dừng giải quyết. Nếu vẫn cần, bạn phải nộp lại từ đầu.
withdraw-reason = Lý do (không bắt buộc)
withdraw-button = Rút hồ sơ này
withdraw-done = Đã gửi yêu cầu rút hồ sơ.

sign-in-with = Đăng nhập bằng { $name }
sign-in-no-way = Cổng này hiện không có cách đăng nhập phù hợp. Hãy đến cơ quan.
sign-in-cancelled = Bạn đã dừng đăng nhập. Những gì bạn đã điền vẫn còn.
sign-in-failed = Chưa đăng nhập được. Hãy thử lại; những gì bạn đã điền vẫn còn.
sign-in-by-phone = Bằng số điện thoại
sign-in-phone = Số điện thoại để nhận mã
sign-in-phone-hint = Cổng gửi tới số này một mã gồm 6 chữ số
sign-in-phone-missing = Nhập số điện thoại
sign-in-phone-wrong = Số điện thoại chưa đúng. Nhập số di động Việt Nam, 10 chữ số.
sign-in-send-code = Gửi mã cho tôi
sign-in-code-sent = Đã gửi mã.
sign-in-code = Mã gồm 6 chữ số
sign-in-code-hint = Mã dùng được trong 5 phút
sign-in-code-missing = Nhập mã đã nhận
sign-in-code-wrong = Mã chưa đúng hoặc đã hết hạn. Xem lại, hoặc xin mã mới.
sign-in-enter = Đăng nhập
sign-in-too-often = Đã thử quá nhiều lần. Hãy đợi một lúc rồi thử lại.
sign-in-trouble = Chưa hỏi được cổng. Hãy thử lại.
sign-in-keeps = Những gì bạn đã điền vẫn còn trên máy này khi bạn đăng nhập.
sign-in-first = Hãy đăng nhập trước khi gửi.
signed-in = Đã đăng nhập.
signed-in-as = Đang đăng nhập:
account-phone = số điện thoại có đuôi { $hint }
account-is-level-1 = Mức 1.
account-is-level-2 = Mức 2.
account-page = Tài khoản của bạn
account-why = Đăng nhập để xem hồ sơ đã gửi bằng tài khoản, trên bất kỳ máy nào.
my-dossiers = Hồ sơ của tôi
my-dossiers-none = Chưa có hồ sơ nào gửi bằng tài khoản này.
my-dossier-to-do = Bạn cần làm một việc
sign-out-title = Đăng xuất
sign-out-what = Trên máy dùng chung, hãy đăng xuất và xóa những gì đã điền ở trang chủ.
sign-out = Đăng xuất
sign-out-everywhere = Đăng xuất trên mọi máy
signed-out = Đã đăng xuất.
sign-out-failed = Chưa đăng xuất được. Hãy thử lại.

told-filled = Đã điền sẵn: { $labels }. Hãy kiểm tra.
told-otherwise = Khác với dữ liệu đã có: { $labels }. Hãy xem lại.
told-failed = Chưa lấy được dữ liệu mà cơ quan đã có. Bạn tự điền được, hoặc thử lại.
told-from = Đã điền sẵn. Nếu sai, hãy sửa. Nguồn:
told-locked = Ở đây không sửa được. Nguồn:
told-has = Dữ liệu đã có khác với câu trả lời này. Nguồn:
told-take = Dùng dữ liệu này
told-other-tab = Ở một tab khác bạn đã nhập:
tabs-joined = Đã lấy cả những gì bạn nhập ở một tab khác.
tabs-not-read = Trên máy này có hồ sơ đang làm dở của thủ tục này, nhưng lúc này không mở được. Hồ sơ đó vẫn còn nguyên; những gì bạn nhập bây giờ chưa được lưu. Tải lại trang để thử lần nữa. Nếu vẫn không mở được, bạn có thể xóa hồ sơ đó và làm lại.
tabs-gone = Bản đang làm dở này đã bị xóa hoặc đã gửi ở một tab khác. Những gì ở đây không còn được lưu.
tabs-keep = Giữ lại những gì ở đây
clock-off = Ngày của máy này không đúng. Ở đây tính theo ngày của cổng: { $date }.
told-typed = Bạn đã nhập:
told-wrong = Dữ liệu này sai
told-wrong-what = Chỉ nơi giữ dữ liệu mới sửa được. Bạn vẫn gửi được hồ sơ. Ghi chỗ sai ở dưới, cán bộ sẽ đọc cùng hồ sơ.
told-wrong-label = Sai chỗ nào, đúng phải là gì
told-wrong-hint = Không bắt buộc
told-wrong-said = Người nộp báo dữ liệu này sai: { $text }
conflict-title = Có câu trả lời khác với dữ liệu của cơ quan nhà nước
conflict-has = Dữ liệu đã có. Nguồn:
conflict-known = Hồ sơ sẽ ghi theo dữ liệu này. Nếu dữ liệu sai, hãy mở câu hỏi và ghi chỗ sai.
conflict-see = Mở câu hỏi
told-sign-in = Đăng nhập để được điền sẵn
told-sign-in-what = Cổng điền sẵn những gì cơ quan nhà nước đã biết về bạn. Không bắt buộc. Bạn cũng có thể đăng nhập sau.
lookup-fills = Tra cứu để điền sẵn: { $labels }.
lookup-button = Tra cứu
lookup-sign-in = Đăng nhập để tra cứu
lookup-first = Trả lời câu này trước, rồi tra cứu.
lookup-done = Đã tra cứu xong. Hãy kiểm tra những gì đã điền.
lookup-same = Tra cứu không có gì mới.
lookup-nothing = Không tìm thấy. Xem lại câu trả lời, hoặc tự điền.
lookup-ended = Phiên đăng nhập đã hết. Đăng nhập lại để tra cứu; những gì đã điền vẫn còn.
lookup-level = Cần đăng nhập ở mức 2 để tra cứu câu này. Bạn cũng có thể tự điền.
lookup-too-often = Đã tra cứu quá nhiều lần. Hãy tự điền, hoặc thử lại sau.
lookup-down = Nơi tra cứu đang không trả lời. Hãy tự điền, hoặc thử lại sau.
paper-offer = Bạn có giấy tờ này trong kho của cổng:
paper-issued = Cấp ngày { $date }
paper-expires = Có giá trị đến ngày { $date }
paper-expired = Đã hết hạn ngày { $date }
paper-use = Dùng { $name }
paper-used = Đã lấy { $name } từ kho giấy tờ.
paper-failed = Chưa lấy được giấy tờ từ kho. Hãy thử lại, hoặc chụp ảnh.
earlier-title = Nộp hồ sơ mới giống hồ sơ này
earlier-what = Mẫu mới được điền sẵn như hồ sơ này. Bạn kiểm tra, chọn lại tệp và khai lại phần cam kết.
earlier-button = Bắt đầu từ hồ sơ này
earlier-draft = Trên máy này đang có bản điền dở của thủ tục này. Gửi hoặc xóa bản đó trước.
earlier-failed = Chưa lấy được các câu trả lời. Hãy thử lại.
session-soon = Sắp hết phiên đăng nhập. Những gì bạn đã điền vẫn còn.
session-stay = Tiếp tục đăng nhập
session-stayed = Bạn vẫn đang đăng nhập.
session-over = Phiên đăng nhập đã hết. Những gì bạn đã điền vẫn còn. Đăng nhập lại khi cần.
drafts-of-accounts = Trên máy này có bản điền dở của người đã đăng nhập. Đăng nhập để điền tiếp bản của bạn.
draft-closed = Hồ sơ đang làm dở của thủ tục { $code } không mở được trên máy này
message-new = Có tin nhắn mới.
result-new = Có kết quả để tải về.
