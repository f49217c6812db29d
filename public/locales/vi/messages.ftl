# Tiếng Việt: bản gốc. Câu ngắn, mỗi câu một ý; từ ngữ hằng ngày.
# Nhãn và nút không có dấu chấm; câu thì có.

## Khung trang

app-name = Dịch vụ công
skip = Đến nội dung chính
bar-label = Ngôn ngữ và hiển thị
language-changed = Trang này bằng tiếng Việt.
languages-link = Ngôn ngữ khác
preferences-link = Cỡ chữ, màu
help-link = Trợ giúp
help-title = Cần trợ giúp
hotline = Gọi
office-default = Bạn có thể nộp hồ sơ tại Bộ phận Một cửa của xã, phường nơi gần nhất.
operator = Đơn vị vận hành:
notice-warning = Chú ý:
other-way-title = Cách khác để làm thủ tục
waiting = Đang tải. Chờ một chút.
back = Quay lại
back-label = Đường quay lại
back-home = Trang đầu
continue = Tiếp tục
change = Sửa
try-again = Thử lại
choice-not-offered = Đang ghi “{ $text }”, không có trong các mục này. Hãy chọn một mục.
yes = Có
no = Không
or = hoặc
optional = (không bắt buộc)
why = Vì sao hỏi điều này
help = Giải thích thêm
next-up = Tiếp theo: { $heading }
step-of = Bước { $n } trên { $of }
step-of-at-most = Bước { $n } trên nhiều nhất { $of }

## Trang đầu

home-title = Làm thủ tục hành chính
search-label = Tìm thủ tục
search-hint = Nhập tên thủ tục, có dấu hoặc không dấu. Ví dụ: doi giay phep
search-button = Tìm
search-found =
    { $n ->
        [0] Không tìm thấy thủ tục nào.
       *[other] Tìm thấy { $n } thủ tục.
    }
search-nothing = Không tìm thấy thủ tục nào. Thử từ khác, hoặc ít từ hơn.
search-browse = Xem mọi thủ tục, lọc theo việc cần làm
track-title = Tra cứu hồ sơ
track-code = Mã hồ sơ
track-code-hint = Ghi trên giấy hẹn hoặc trang xác nhận. Có thể nhập chữ thường, có dấu cách.
track-code-missing = Nhập mã hồ sơ
track-button = Tra cứu

## Trang thủ tục

who-title = Ai làm được thủ tục này
prepare-title = Cần chuẩn bị
prepare-print = In danh sách này
facts-title = Chi phí, thời gian, kết quả
fee-title = Lệ phí, tính đến ngày { $date }
fee-unknown = Chưa có thông tin về lệ phí. Hỏi cơ quan giải quyết.
fee-amount-unknown = chưa rõ số tiền
fee-free = Không phải trả tiền
time-title = Thời gian giải quyết
working-days = { $n } ngày làm việc, kể từ khi nhận đủ hồ sơ
calendar-days = { $n } ngày, kể từ khi nhận đủ hồ sơ
working-hours = { $n } giờ làm việc, kể từ khi nhận đủ hồ sơ
result-title = Kết quả
agency-title = Cơ quan giải quyết
level-title = Làm trên mạng
level-full = Làm được toàn bộ trên mạng (toàn trình)
level-partial = Làm được một phần trên mạng; phần còn lại làm tại cơ quan
level-information = Ở cổng này chỉ có thông tin
legal-title = Căn cứ pháp lý
procedure-code = Mã thủ tục:
checked-on = Kiểm tra ngày { $date }
valid-until = Áp dụng đến hết ngày { $date }
information-only = Ở cổng này chưa nộp được thủ tục này. Xem cách nộp ở trên, hoặc hỏi cơ quan.
start-keeps = Những gì bạn nhập được lưu trên máy này cho đến khi bạn gửi hoặc xóa. Bạn có thể dừng lại và làm tiếp lúc khác.
start-keeps-in-tab = Máy này dùng chung: những gì bạn nhập được khóa, và chỉ giữ đến khi bạn đóng trang.
not-online = Cổng này chưa nhận hồ sơ của thủ tục này qua mạng.
start-button = Bắt đầu
start-continue = Làm tiếp hồ sơ đang dở
start-shared = Bắt đầu trên máy dùng chung
start-shared-hint = Những gì bạn nhập được khóa. Đóng trang hoặc sang trang web khác thì không ai mở lại được, kể cả bạn.

## Các bước

saved-not-yet = Câu trả lời sẽ được lưu trên máy này.
saved-not-yet-in-tab = Câu trả lời sẽ chỉ giữ đến khi bạn đóng trang.
saved-at = Đã lưu trên máy này: { $time }
saved-in-tab = Chỉ giữ đến khi bạn đóng trang. Đã lưu: { $time }
saved-not-kept = Máy này không cho lưu. Đừng đóng trang trước khi gửi.
saved-not-now = Chưa lưu trên máy này.
date-day = Ngày
date-month = Tháng
date-year = Năm
date-any = Nếu không biết ngày hoặc tháng, để trống ô đó.
money = { $amount } đồng

## Khi có trục trặc

trouble-safe = Những gì bạn đã nhập vẫn còn trên máy này.
trouble-wait = Thử lại sau khoảng { $minutes } phút.
trouble-offline-title = Máy đang không có mạng
trouble-offline = Máy này chưa kết nối mạng. Kiểm tra mạng rồi thử lại.
trouble-unreachable-title = Chưa kết nối được với cổng dịch vụ
trouble-unreachable = Chưa kết nối được với cổng dịch vụ. Có thể mạng yếu, hoặc cổng đang tạm dừng.
trouble-too-slow-title = Cổng dịch vụ trả lời quá chậm
trouble-too-slow = Cổng dịch vụ chưa trả lời kịp. Có thể mạng yếu hoặc cổng đang đông.
trouble-unreadable-title = Cổng dịch vụ trả lời không đúng
trouble-unreadable = Cổng dịch vụ gửi về nội dung mà trang này không đọc được. Thường chỉ là tạm thời.
trouble-refused-title = Cổng dịch vụ không hiểu yêu cầu
trouble-refused = Cổng dịch vụ không hiểu yêu cầu này. Thử lại, hoặc dùng cách khác ở dưới.
trouble-sign-in-needed-title = Cần đăng nhập
trouble-sign-in-needed = Cổng dịch vụ yêu cầu đăng nhập để xem trang này.
trouble-forbidden-title = Không xem được trang này
trouble-forbidden = Cổng dịch vụ không cho xem trang này.
trouble-not-found-title = Không tìm thấy
trouble-not-found = Cổng dịch vụ không có thủ tục hoặc hồ sơ này. Kiểm tra lại địa chỉ, hoặc tìm ở trang đầu.
trouble-changed-title = Nội dung vừa được thay đổi
trouble-changed = Nội dung ở cổng dịch vụ vừa được thay đổi. Thử lại để lấy bản mới.
trouble-too-large-title = Nội dung quá lớn
trouble-too-large = Cổng dịch vụ không nhận nội dung lớn như vậy.
trouble-rejected-title = Cổng dịch vụ chưa nhận
trouble-rejected = Có chỗ cổng dịch vụ không nhận. Xem lại các câu trả lời.
trouble-too-many-title = Có quá nhiều yêu cầu
trouble-too-many = Có quá nhiều yêu cầu cùng lúc. Chờ một chút rồi thử lại.
trouble-broken-title = Cổng dịch vụ gặp trục trặc
trouble-broken = Cổng dịch vụ đang gặp trục trặc. Lỗi không phải do bạn.
trouble-closed-title = Cổng dịch vụ tạm nghỉ
trouble-closed = Cổng dịch vụ tạm nghỉ để bảo trì.

## Lỗi trong câu trả lời

error-prefix = Lỗi:
title-error = Lỗi:{ " " }
read-aloud-link = Nghe

## Trang về khả năng tiếp cận. So với docs/accessibility/statements.md trước khi sửa; đổi cả ngày.

account-link = Tài khoản và hồ sơ của tôi
accessibility-link = Dễ dùng cho mọi người
