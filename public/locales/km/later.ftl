# Khmer, translated by machine from the Vietnamese in November 2026. Nobody who speaks it has read it: docs/languages/km.md.
# The words of what comes after the first question: docs/adr/0008-later.md.

## Home

drafts-title = សំណុំឯកសារដែលកំពុងធ្វើមិនទាន់រួច
drafts-where = សំណុំឯកសារទាំងនេះរក្សាទុកតែលើម៉ាស៊ីននេះប៉ុណ្ណោះ រហូតដល់អ្នកផ្ញើ ឬលុប។ មិនទាន់បានផ្ញើទៅស្ថាប័នណាទេ។
drafts-where-in-tab = សំណុំឯកសារទាំងនេះរក្សាទុកដល់ពេលអ្នកបិទទំព័រប៉ុណ្ណោះ។ មិនទាន់បានផ្ញើទៅស្ថាប័នណាទេ។
draft-step = កំពុងនៅជំហាន៖
draft-saved = បានរក្សាទុកនៅ { $time }
draft-pending = សំណុំឯកសារនេះបានផ្ញើទៅហើយ ប៉ុន្តែមិនទាន់ដឹងថា គេហទំព័រសេវាបានទទួលឬនៅទេ។ សូមបើកមើល ដើម្បីដឹង។
draft-continue = ធ្វើបន្ត៖ { $name }
draft-delete = លុប៖ { $name }
delete-answers = លុបចម្លើយរបស់ខ្ញុំ
keep-in-tab = ម៉ាស៊ីននេះប្រើរួមគ្នា៖ រក្សាទុកដល់ពេលបិទទំព័រប៉ុណ្ណោះ
keep-in-tab-done = ចាប់ពីពេលនេះទៅ ចម្លើយរក្សាទុកដល់ពេលអ្នកបិទទំព័រប៉ុណ្ណោះ។
keep-on-device = រក្សាទុកលើម៉ាស៊ីននេះ ដើម្បីធ្វើបន្តនៅពេលក្រោយ
keep-on-device-done = ចាប់ពីពេលនេះទៅ ចម្លើយត្រូវបានរក្សាទុកលើម៉ាស៊ីននេះ រហូតដល់អ្នកផ្ញើ ឬលុប។
draft-delete-sure = លុបអ្វីៗទាំងអស់ដែលបានបញ្ចូលក្នុងសំណុំឯកសារនេះឬ? លុបហើយ យកមកវិញមិនបានទេ។
draft-delete-sure-pending = សំណុំឯកសារនេះអាចទៅដល់គេហទំព័រសេវាហើយ។ បើលុប ម៉ាស៊ីននេះរកលេខកូដសំណុំឯកសារមិនឃើញទៀតទេ។ នៅតែលុបឬ?
draft-delete-yes = លុបសំណុំឯកសារនេះ
draft-delete-no = ទុកដដែល
draft-deleted = បានលុបសំណុំឯកសារដែលធ្វើមិនទាន់រួច។
sent-title = សំណុំឯកសារដែលបានផ្ញើពីម៉ាស៊ីននេះ

## Search

search-filters = ចម្រោះលទ្ធផល
search-all = ទាំងអស់
search-only-event = កិច្ចការដែលត្រូវធ្វើ
search-only-agency = ស្ថាប័ន
search-only-level = ថ្នាក់ដែលធ្វើបែបបទ
search-level-ministry = ថ្នាក់ក្រសួង
search-level-province = ថ្នាក់ខេត្ត
search-level-commune = ថ្នាក់ឃុំ
search-level-other = ស្ថាប័នផ្សេង
search-more = បង្ហាញលទ្ធផលបន្ថែម
search-form = អាចធ្វើតាមអនឡាញនៅទីនេះ

## Steps

address-province = ខេត្ត ឬក្រុង
address-province-hint = វាយអក្សរពីរបី រួចជ្រើសរើសក្នុងបញ្ជី
address-commune = ឃុំ សង្កាត់ ឬតំបន់ពិសេស
address-commune-hint = ជ្រើសរើសខេត្ត ឬក្រុងជាមុនសិន
address-detail = លេខផ្ទះ ផ្លូវ ភូមិ ក្រុម
address-detail-hint = បើគ្មានលេខផ្ទះ សូមសរសេរឈ្មោះភូមិ ឬក្រុម (thôn, tổ, ấp, bản)
currency = ដុង
list-label = បញ្ជីសម្រាប់ជ្រើសរើស
list-found =
    { $n ->
        [0] គ្មានជម្រើសត្រូវគ្នាទេ។
       *[other] មាន { $n } ជម្រើសត្រូវគ្នា។ សូមប្រើព្រួញចុះក្រោម ដើម្បីជ្រើសរើស។
    }
list-nothing = គ្មានជម្រើសត្រូវគ្នា
list-choose = ជ្រើសរើសមួយ
list-loading = បញ្ជីកំពុងផ្ទុក។ សូមរង់ចាំបន្តិច។
list-failed = មិនទាន់ផ្ទុកបញ្ជីសម្រាប់ជ្រើសរើសបានទេ។
characters-left = នៅសល់ { $n } តួអក្សរ
characters-over = លើស { $n } តួអក្សរ
repeat-empty = ក្នុងបញ្ជីមិនទាន់មាននរណា ឬចំណុចណាទេ។
repeat-add = បន្ថែម { $item }
repeat-full = បញ្ជីមានគ្រប់ { $n } ចំណុចហើយ មិនអាចបន្ថែមទៀតបានទេ។
row-incomplete = ចំណុចនេះនៅខ្វះព័ត៌មាន
row-removed = បានដកចេញពីបញ្ជី៖ { $what }។
change-what = កែ៖ { $what }
remove-what = ដកចេញ៖ { $what }
rows =
    { $n ->
        [0] គ្មាន
       *[other] { $n } ចំណុច
    }
rows-part = { $item } { $from } ដល់ { $to } ក្នុងចំណោម { $of }
rows-part-to-do = ចំណុចដែលត្រូវកែ៖ { $from } ដល់ { $to } ក្នុងចំណោម { $of }
rows-next = ចំណុចបន្ទាប់
rows-before = ចំណុចមុន
rows-only-to-do = បង្ហាញតែចំណុចដែលត្រូវកែ
rows-none-to-do = គ្មានចំណុចណាត្រូវកែទៀតទេ។
rows-shown =
    { $n ->
        [0] គ្មានចំណុចណាត្រូវបង្ហាញទេ។
       *[other] កំពុងបង្ហាញ { $n } ចំណុច។
    }

## បញ្ចូលពីតារាង

import-title = បញ្ចូលពីតារាង (CSV)
import-for = បើអ្នកមានបញ្ជីក្នុងកម្មវិធីតារាងរួចហើយ ដូចជា Excel អ្នកមិនចាំបាច់វាយម្ដងមួយៗទៀតទេ។
import-step-table = ទាញយកតារាងគំរូ រួចបើកវាក្នុងកម្មវិធីតារាង។ ចំណុចនីមួយៗសរសេរលើមួយជួរ។
import-step-save = រក្សាទុកតារាងជាឯកសារ CSV ប្រភេទ UTF-8 រួចជ្រើសរើសឯកសារនៅទីនេះ។ ឬចម្លងក្រឡាក្នុងតារាង ហើយបិទភ្ជាប់ក្នុងប្រអប់ខាងក្រោម។
import-step-take = ចុច “បញ្ចូលក្នុងបញ្ជី”។ ជួរដែលមានកន្លែងខុសក៏ត្រូវបានបញ្ចូលដែរ ហើយអ្នកកែនៅពេលក្រោយ។
import-template = ទាញយកតារាងគំរូ
import-rows = ទាញយកបញ្ជីនេះជាតារាង
import-file = ឯកសារ CSV
import-file-read = បានអានឯកសារ { $name }។ ខ្លឹមសារបង្ហាញក្នុងប្រអប់ខាងក្រោម។
import-text = ខ្លឹមសារនៃតារាង
import-text-hint = ជួរទីមួយជាឈ្មោះជួរឈរ ដូចក្នុងតារាងគំរូ
import-mode = បញ្ជីមានចំណុចរួចហើយ។ តើអ្នកចង់ធ្វើអ្វីជាមួយចំណុចទាំងនេះ?
import-append = រក្សាទុក ហើយបន្ថែមជួរថ្មីនៅខាងចុង
import-replace = ដកចេញទាំងអស់ ហើយជំនួសដោយជួរថ្មី
import-take = បញ្ចូលក្នុងបញ្ជី
import-empty = មិនទាន់មានជួរសម្រាប់បញ្ចូលទេ។ ជ្រើសរើសឯកសារ ឬបិទភ្ជាប់តារាងក្នុងប្រអប់នេះ
import-not-text = អានឯកសារនេះមិនបានទេ។ រក្សាទុកតារាងជាឯកសារ CSV ប្រភេទ UTF-8 រួចជ្រើសរើសម្ដងទៀត
import-too-many-lines = ចែកតារាងជាច្រើនផ្នែក ផ្នែកនីមួយៗច្រើនបំផុត { $n } ជួរ
import-too-large = តារាងនេះធំពេក។ ជ្រើសរើសឯកសារមិនលើស { $max }
import-done =
    { $n ->
        [0] មិនទាន់បញ្ចូលជួរណាក្នុងបញ្ជីទេ
       *[other] បានបញ្ចូល { $n } ជួរក្នុងបញ្ជី
    }
import-no-room = បញ្ជីពេញហើយ។ { $n } ជួរខាងចុងតារាងបញ្ចូលមិនបានទេ។
import-by-order = ជួរទីមួយគ្មានឈ្មោះជួរឈរដូចសំណួរទេ។ ជួរឈរត្រូវបានយកតាមលំដាប់សំណួរ សូមពិនិត្យមើលម្ដងទៀត។
import-left-out = ជួរឈរដែលមិនប្រើ៖ { $columns }។
import-no-column = តារាងគ្មានជួរឈរទាំងនេះ៖ { $columns }។ សូមបំពេញបន្ថែមក្នុងចំណុចនីមួយៗ។
import-all-right = ក្នុងបញ្ជីគ្មានចំណុចណាខ្វះ ឬខុសទេ។
import-wrong = មាន { $n } ចំណុចក្នុងបញ្ជីត្រូវកែ៖
import-more-wrong = នៅមាន { $n } ចំណុចទៀតត្រូវកែ។ វានៅក្នុងបញ្ជីខាងក្រោម។
import-undo = បោះបង់ការបញ្ចូលនេះ
import-undone = បានបោះបង់ការបញ្ចូល។ បញ្ជីដូចមុនវិញ។

## Files

file-limits = ឯកសារ { $types } មួយៗធំបំផុត { $max }។ រូបថតដែលធំជាងនេះ នឹងត្រូវបានបង្រួមលើម៉ាស៊ីននេះ។
files-chosen = ឯកសារដែលបានជ្រើសរើស៖ { $label }
file-remove = ដកឯកសារ { $name } ចេញ
file-added = បានបន្ថែមឯកសារ { $name }។
file-refused = មិនទាន់បន្ថែមឯកសារ { $name } បានទេ។ { $why }។
file-removed = បានដកឯកសារ { $name } ចេញ។
file-arrived = បានផ្ទុកឡើង
file-told = { $name }៖ { $what }
file-told-arrived = { $name }៖ បានផ្ទុកឡើង។
file-under-way = កំពុងផ្ទុកឡើង៖ { $percent }%
file-waiting = ដាច់អ៊ីនធឺណិត។ នឹងផ្ទុកបន្តដោយស្វ័យប្រវត្តិ។ បាន { $percent }% ហើយ
file-gone = ម៉ាស៊ីននេះលែងមានឯកសារនេះទៀតហើយ។ សូមដកឯកសារនេះចេញ រួចជ្រើសរើសម្ដងទៀត។
file-failed-too-large = គេហទំព័រសេវាមិនទទួលឯកសារធំបែបនេះទេ។ សូមដកឯកសារនេះចេញ រួចជ្រើសរើសឯកសារតូចជាងនេះ។
file-failed-refused = គេហទំព័រសេវាមិនទទួលឯកសារនេះទេ។ សូមដកឯកសារនេះចេញ រួចជ្រើសរើសឯកសារផ្សេង។
file-failed-forbidden = គេហទំព័រសេវាមិនអនុញ្ញាតឱ្យផ្ទុកឯកសារឡើងទេ។ សូមសាកម្ដងទៀតនៅពេលក្រោយ ឬដាក់ក្រដាសស្នាមនៅផ្នែកច្រកចេញចូលតែមួយ។
file-failed-sign-in-needed = គេហទំព័រសេវាទទួលតែឯកសាររបស់អ្នកដែលបានចូលគណនីប៉ុណ្ណោះ។ សូមទូរស័ព្ទទៅលេខជំនួយ ឬដាក់ក្រដាសស្នាមនៅផ្នែកច្រកចេញចូលតែមួយ។
file-failed-not-found = គេហទំព័រសេវារកឯកសារនេះមិនឃើញទេ។ សូមសាកម្ដងទៀត។ បើនៅតែដដែល សូមដកឯកសារនេះចេញ រួចជ្រើសរើសម្ដងទៀត។
file-failed-changed = ឯកសារនេះដាច់ច្រើនដងពេលផ្ទុកឡើង។ សូមសាកម្ដងទៀត ពេលអ៊ីនធឺណិតល្អជាងនេះ។
file-failed-rejected = គេហទំព័រសេវាមិនទទួលឯកសារនេះទេ។ សូមដកឯកសារនេះចេញ រួចជ្រើសរើសឯកសារផ្សេង។
size-kb = { $amount } KB
size-mb = { $amount } MB

## Check and send

review-title = ពិនិត្យសំណុំឯកសារឡើងវិញ
review-not-sent = សំណុំឯកសារមិនទាន់បានផ្ញើទេ។ សូមមើលចម្លើយឡើងវិញ រួចចុច “ផ្ញើសំណុំឯកសារ” នៅចុងទំព័រ។
not-provided = គ្មាន
answer-missing = នៅខ្វះ៖ { $label }
answer-on-its-way = បានជ្រើសរើសហើយ។ ឈ្មោះនឹងបង្ហាញ ពេលមានបញ្ជី។
declare-title = ធានាអះអាង និងផ្ញើ
send = ផ្ញើសំណុំឯកសារ
sending = កំពុងផ្ញើសំណុំឯកសារ។ សូមកុំបិទទំព័រ។
sending-files = កំពុងរង់ចាំឯកសារទាំងអស់ផ្ទុកឡើងរួច។ បន្ទាប់មក សំណុំឯកសារនឹងផ្ញើដោយស្វ័យប្រវត្តិ។ សូមកុំបិទទំព័រនេះ។
sending-unknown-title = មិនទាន់ដឹងថា សំណុំឯកសារបានទៅដល់ឬនៅ
sending-unknown = សំណុំឯកសាររបស់អ្នកនៅដដែលលើម៉ាស៊ីននេះ ហើយនឹងមិនត្រូវបានផ្ញើពីរដងទេ។ ទំព័រនេះសួរគេហទំព័រសេវាម្ដងទៀតដោយស្វ័យប្រវត្តិ។ អ្នកអាចបិទទំព័រ ហើយបើកវិញនៅពេលក្រោយ។
sending-ask-again = សួរម្ដងទៀតឥឡូវនេះ
sending-refused-title = គេហទំព័រសេវាមិនទាន់ទទួលសំណុំឯកសារ
sending-refused-refused = គេហទំព័រសេវាអានសំណុំឯកសារនេះមិនបានទេ។ សូមទូរស័ព្ទទៅលេខជំនួយ ឬដាក់នៅផ្នែកច្រកចេញចូលតែមួយ។
sending-refused-rejected = គេហទំព័រសេវាប្រាប់មូលហេតុ៖
sending-refused-sign-in-needed = ត្រូវចូលគណនី ដើម្បីផ្ញើសំណុំឯកសារនេះ។
sending-refused-forbidden = គេហទំព័រសេវាមិនអនុញ្ញាតឱ្យផ្ញើសំណុំឯកសារនេះទេ។
sending-refused-not-found = គេហទំព័រសេវាលែងទទួលបែបបទនេះទៀតហើយ។
sending-refused-changed = ទម្រង់ពាក្យសុំទើបត្រូវបានប្ដូរ។ សូមផ្ទុកទំព័រនេះឡើងវិញ មើលចម្លើយឡើងវិញ រួចផ្ញើ។
sending-refused-too-large = សំណុំឯកសារធំពេក។ សូមដកឯកសារចេញខ្លះ រួចផ្ញើម្ដងទៀត។
sending-refused-too-many = បានផ្ញើច្រើនដងពេក។ សូមរង់ចាំពីរបីនាទី រួចផ្ញើម្ដងទៀត។
already-sent-title = សំណុំឯកសារនេះបានផ្ញើហើយ
already-sent = សំណុំឯកសារបានទៅដល់ស្ថាប័នហើយ។ នៅទីនេះ មិនអាចកែ ឬផ្ញើម្ដងទៀតបានទេ។
already-sent-see = មើលសំណុំឯកសារ
already-sent-new = ធ្វើសំណុំឯកសារថ្មី

## Afterwards

receipt-title = បានផ្ញើសំណុំឯកសារ
tracking-title = ស្ថានភាពសំណុំឯកសារ
dossier-code = លេខកូដសំណុំឯកសារ
receipt-procedure = បែបបទ
receipt-lookup = លេខកូដតាមដាន
receipt-time = ផ្ញើនៅ
receipt-keep = សូមកត់ទុក ឬបោះពុម្ពលេខកូដសំណុំឯកសារ និងលេខកូដតាមដាន។ ត្រូវការលេខកូដទាំងពីរ ដើម្បីមើលសំណុំឯកសារលើម៉ាស៊ីនផ្សេង។
receipt-next-title = ការងារបន្ទាប់
receipt-next = ស្ថាប័ននឹងមើលសំណុំឯកសារ។ បើខ្វះក្រដាសស្នាម ស្ថាប័ននឹងជូនដំណឹង ហើយប្រាប់ច្បាស់ថាខ្វះអ្វី។ សូមមើលស្ថានភាពនៅទំព័រនេះតែម្ដង។
receipt-print = បោះពុម្ពទំព័រនេះ
status-title = សំណុំឯកសារនៅត្រឹមណា
status-now = ស្ថានភាព៖
history-title = ការផ្លាស់ប្ដូរកន្លងមក
tracking-asking = កំពុងសួរគេហទំព័រសេវា។
tracking-refresh = មើលស្ថានភាពថ្មីបំផុត
tracking-safe = សំណុំឯកសារដែលបានផ្ញើ មិនរងផលប៉ះពាល់ទេ។
proof-title = តាមដានសំណុំឯកសារ
proof-label = លេខកូដតាមដាន
proof-hint = លេខកូដនេះមាន 10 តួ ទាំងអក្សរ និងលេខ។ មានសរសេរលើទំព័របញ្ជាក់ ក្រោយពេលផ្ញើ។
proof-button = មើលសំណុំឯកសារ
proof-missing = សូមបញ្ចូលលេខកូដតាមដាន
proof-wrong = លេខកូដសំណុំឯកសារ និងលេខកូដតាមដានមិនត្រូវគ្នាទេ។ សូមពិនិត្យទាំងពីរឡើងវិញ។
proof-too-often = បានសាកច្រើនដងពេក។ សូមរង់ចាំ 15 នាទី រួចសាកម្ដងទៀត។
forget-title = ប្រើម៉ាស៊ីនរួមគ្នា
forget = បើមានអ្នកផ្សេងប្រើម៉ាស៊ីននេះ សូមលុបលេខកូដសំណុំឯកសារចេញពីម៉ាស៊ីន។ សំណុំឯកសារនៅឯស្ថាប័ននៅមានដដែល។
forget-button = លុបលេខកូដសំណុំឯកសារចេញពីម៉ាស៊ីននេះ
forgotten = បានលុបលេខកូដសំណុំឯកសារចេញពីម៉ាស៊ីននេះ។

## The ten official statuses

status-submitted = ទើបចុះបញ្ជី
status-submitted-do = អ្នកមិនទាន់ចាំបាច់ធ្វើអ្វីទេ។ សូមរង់ចាំស្ថាប័នទទួលសំណុំឯកសារ។
status-accepted = ត្រូវបានទទួល
status-accepted-do = អ្នកមិនទាន់ចាំបាច់ធ្វើអ្វីទេ។ ស្ថាប័នបានទទួលសំណុំឯកសារហើយ។
status-not-accepted = មិនត្រូវបានទទួល
status-not-accepted-do = ស្ថាប័នមិនទទួលសំណុំឯកសារនេះទេ។ សូមអានមូលហេតុខាងក្រោម។ សូមកែ រួចដាក់សំណុំឯកសារថ្មី។
status-in-progress = កំពុងដោះស្រាយ
status-in-progress-do = អ្នកមិនទាន់ចាំបាច់ធ្វើអ្វីទេ។ ស្ថាប័នកំពុងដោះស្រាយ។
status-documents-requested = តម្រូវឱ្យបន្ថែមក្រដាសស្នាម
status-documents-requested-do = អ្នកត្រូវដាក់ក្រដាសស្នាមបន្ថែម។ សូមមើលខាងក្រោមថា ស្ថាប័នត្រូវការអ្វី។
status-payment-due = តម្រូវឱ្យបង់ប្រាក់
status-payment-due-do = អ្នកត្រូវបង់ប្រាក់។ សូមមើលចំនួនប្រាក់ និងវិធីបង់ខាងក្រោម។
status-withdrawal-requested = ពលរដ្ឋសុំដកសំណុំឯកសារ
status-withdrawal-requested-do = អ្នកមិនទាន់ចាំបាច់ធ្វើអ្វីទេ។ ស្ថាប័នកំពុងពិនិត្យសំណើសុំដកសំណុំឯកសារ។
status-stopped = ឈប់ដោះស្រាយ
status-stopped-do = ស្ថាប័នបានឈប់ដោះស្រាយហើយ។ សូមអានមូលហេតុខាងក្រោម។
status-decided = ដោះស្រាយរួចហើយ
status-decided-do = មានលទ្ធផលហើយ។ សូមទទួលលទ្ធផលតាមវិធីដែលបានជ្រើសរើស។
status-delivered = បានប្រគល់លទ្ធផល
status-delivered-do = ចប់ហើយ។ អ្នកមិនបាច់ធ្វើអ្វីទៀតទេ។

## Display

preferences-title = ទំហំអក្សរ ពណ៌ និងរបៀបអាន
preferences-at-once = ការប្ដូរអនុវត្តភ្លាមៗ ហើយម៉ាស៊ីននេះចាំទុក។ ចម្លើយរបស់អ្នកនៅដដែល។
preferences-text = ទំហំអក្សរ
preferences-text-size = { $percent }%
preferences-theme = ពណ៌
preferences-theme-auto = តាមម៉ាស៊ីន
preferences-theme-light = ផ្ទៃភ្លឺ
preferences-theme-dark = ផ្ទៃងងឹត
preferences-theme-yellow-on-black = អក្សរលឿង ផ្ទៃខ្មៅ
preferences-theme-black-on-white = អក្សរខ្មៅ ផ្ទៃស
preferences-close = បិទ
preferences-spacing = គម្លាតបន្ទាត់ គម្លាតអក្សរ
preferences-spacing-normal = ធម្មតា
preferences-spacing-wide = ទូលាយ
preferences-spacing-wider = ទូលាយបំផុត
preferences-mode = របៀបបំពេញសំណុំឯកសារ
preferences-mode-steps = មួយទំព័រ មួយជំហាន
preferences-mode-steps-hint = សំណួរប្រភេទដូចគ្នា នៅក្នុងទំព័រតែមួយ
preferences-mode-one-question = មួយទំព័រ មួយសំណួរ
preferences-mode-one-question-hint = ងាយមើលតាមជាង ពេលអក្សរធំ
preferences-mode-screen-reader = សម្រាប់កម្មវិធីអានអេក្រង់
preferences-mode-screen-reader-hint = មួយទំព័រ មួយសំណួរ មានមូលហេតុដែលសួរ និងសំណួរបន្ទាប់ជាពាក្យ មានបញ្ជីសាមញ្ញ
preferences-ruler = បន្ទាត់ជំនួយអាន
preferences-ruler-hint = ធ្វើឱ្យជួរដែលកំពុងអានលេចច្បាស់ ហើយធ្វើឱ្យផ្នែកឯទៀតស្រអាប់

## Languages

languages-title = ភាសា
language-is-unreviewed = ការបកប្រែដែលមិនទាន់បានពិនិត្យ
language-is-partial = { $share ->
    [0] មិនទាន់បានបកប្រែ បង្ហាញជាភាសាវៀតណាម
   *[other] បានបកប្រែ { $share } % ផ្នែកដែលនៅសល់ជាភាសាវៀតណាម
 }
language-unreviewed = ការបកប្រែនេះមិនទាន់មានអ្នកចេះភាសានេះពិនិត្យនៅឡើយទេ។ កន្លែងណាមិនច្បាស់ សូមមើលភាសាវៀតណាមបន្ថែម។
language-partial = { $share ->
    [0] ភាសានេះមិនទាន់បានបកប្រែទេ។ ទំព័របង្ហាញជាភាសាវៀតណាម។
   *[other] ភាសានេះបានបកប្រែ { $share } %។ ផ្នែកដែលនៅសល់ជាភាសាវៀតណាម។
 }
original-show = បង្ហាញភាសាវៀតណាមបន្ថែម
original-hide = លាក់ភាសាវៀតណាម

## When something goes wrong

not-found-title = គ្មានទំព័រនេះទេ
not-found = អាសយដ្ឋាននេះគ្មានទំព័រណាទេ។ អាចវាយអាសយដ្ឋានខុស ឬទំព័របានផ្លាស់ទៅកន្លែងផ្សេង។
not-found-search = ស្វែងរកបែបបទនៅទំព័រដើម
mistaken-title = មិនទាន់អាចធ្វើបែបបទនេះតាមអ៊ីនធឺណិតបាន
mistaken = ទម្រង់ពាក្យសុំរបស់បែបបទនេះមានកំហុស ដូច្នេះមិនទាន់អាចប្រើនៅទីនេះបានទេ។ មិនមែនជាកំហុសរបស់អ្នកទេ។
mistaken-operator = សម្រាប់អង្គភាពដំណើរការ៖ មានកំហុស { $n } ក្នុងនិយមន័យ

## What is wrong with an answer

error-summary-title = មានកន្លែងត្រូវកែ
problem-missing = សូមបញ្ចូល { $label }
problem-missing-choice = សូមជ្រើសរើស { $label }
problem-missing-file = សូមជ្រើសរើសឯកសារ៖ { $label }
problem-file = { $label }៖ { $what }
problem-missing-declaration = សូមគូសក្នុងប្រអប់ធានាអះអាង ដើម្បីផ្ញើសំណុំឯកសារ
problem-too-short = សូមបញ្ចូល { $label } ឱ្យបានយ៉ាងតិច { $n } តួអក្សរ
problem-too-long = សូមសរសេរ { $label } ឱ្យខ្លីជាងនេះ៖ យ៉ាងច្រើន { $n } តួអក្សរ ឥឡូវលើស { $over }
problem-pattern = សូមសរសេរ { $label } ឱ្យត្រូវដូចលើក្រដាសស្នាម
problem-not-a-number = សូមបញ្ចូល { $label } ជាលេខ ឧទាហរណ៍ 12
problem-decimals =
    { $n ->
        [0] សូមបញ្ចូល { $label } ជាចំនួនគត់ គ្មានលេខក្រោយក្បៀស
       *[other] សូមបញ្ចូល { $label } ដែលមានលេខក្រោយក្បៀសយ៉ាងច្រើន { $n } ខ្ទង់
    }
problem-too-small = សូមបញ្ចូល { $label } ចាប់ពី { $n } ឡើងទៅ
problem-too-large = សូមបញ្ចូល { $label } មិនលើស { $n }
problem-date-incomplete = សូមបញ្ចូល { $parts } របស់ { $label } បន្ថែម
problem-no-such-date = សូមពិនិត្យ { $label } ឡើងវិញ៖ ក្នុងប្រតិទិនគ្មានថ្ងៃនេះទេ
problem-year-digits = សូមបញ្ចូលឆ្នាំរបស់ { $label } ឱ្យគ្រប់ 4 ខ្ទង់ ឧទាហរណ៍ 1985
problem-date-too-early = សូមបញ្ចូល { $label } ចាប់ពី { $date } តទៅ
problem-date-too-late = សូមបញ្ចូល { $label } មិនក្រោយ { $date }
problem-date-in-future = សូមបញ្ចូល { $label }៖ ថ្ងៃនេះ ឬថ្ងៃមុននេះ
problem-date-in-past = សូមបញ្ចូល { $label }៖ ថ្ងៃនេះ ឬថ្ងៃក្រោយនេះ
problem-not-an-option = សូមជ្រើសរើស { $label } ក្នុងបញ្ជី
problem-too-few-chosen = សូមជ្រើសរើសយ៉ាងតិច { $n } ជម្រើស៖ { $label }
problem-too-many-chosen = សូមជ្រើសរើសយ៉ាងច្រើន { $n } ជម្រើស៖ { $label }
problem-none-and-some = សូមជ្រើសរើសតែមួយក្នុងចំណោមពីរ៖ "គ្មាន" ឬជម្រើសផ្សេងទៀត
problem-too-few-rows = សូមបន្ថែមយ៉ាងតិច { $n } ចំណុច៖ { $label }
problem-too-many-rows = សូមដកចេញខ្លះ ទុកតែ { $n } ចំណុច៖ { $label }
problem-row-incomplete = សូមបំពេញចំណុចទី { $n } ក្នុងបញ្ជីឱ្យចប់៖ { $label }
problem-not-asked = សូមដក { $label } ចេញ៖ សំណុំឯកសារនេះមិនត្រូវការទេ
problem-portal = សូមពិនិត្យ { $label } ឡើងវិញ
problem-person-name = សូមបញ្ចូល { $label } ដោយប្រើតែអក្សរ ដកឃ្លា សញ្ញា (') និងសញ្ញា (-)
problem-phone = សូមបញ្ចូលលេខទូរស័ព្ទ 10 ខ្ទង់ ឧទាហរណ៍ 0900 000 000
problem-phone-old = សូមបញ្ចូលលេខទូរស័ព្ទ 10 ខ្ទង់។ លេខ 11 ខ្ទង់ដែលផ្ដើមដោយ 01 ត្រូវបានប្ដូរនៅឆ្នាំ 2018
problem-email = សូមបញ្ចូលអ៊ីមែលតាមទម្រង់ ten@vidu.vn
email-meant = តើអ្នកចង់បញ្ចូល { $address } មែនទេ?
email-use = ប្រើ { $address }
problem-personal-id-length = លេខអត្តសញ្ញាណផ្ទាល់ខ្លួនមាន 12 ខ្ទង់ សរសេរលើអត្តសញ្ញាណប័ណ្ណ។ អ្នកបានបញ្ចូល { $n } ខ្ទង់
problem-personal-id-digits = សូមបញ្ចូលលេខអត្តសញ្ញាណផ្ទាល់ខ្លួន 12 ខ្ទង់ ដែលសរសេរលើអត្តសញ្ញាណប័ណ្ណ
problem-personal-id-impossible = សូមពិនិត្យលេខអត្តសញ្ញាណផ្ទាល់ខ្លួនលើអត្តសញ្ញាណប័ណ្ណឡើងវិញ៖ លេខ 3 ខ្ទង់ដំបូងមិនអាចជា 000 បានទេ
problem-old-id = សូមបញ្ចូលលេខអត្តសញ្ញាណប័ណ្ណចាស់ (chứng minh nhân dân) 9 ខ្ទង់
problem-passport = សូមបញ្ចូលលេខលិខិតឆ្លងដែន ដូចលើលិខិតឆ្លងដែន ឧទាហរណ៍ C0000000
problem-driving-licence = សូមបញ្ចូលលេខប័ណ្ណបើកបរ ដូចលើប័ណ្ណ ជាធម្មតា 12 ខ្ទង់
problem-tax-code = សូមបញ្ចូលលេខកូដពន្ធ 10 ខ្ទង់ ឬ 13 ខ្ទង់សម្រាប់សាខា ឬលេខអត្តសញ្ញាណផ្ទាល់ខ្លួន 12 ខ្ទង់លើអត្តសញ្ញាណប័ណ្ណ
problem-tax-code-checksum = សូមពិនិត្យលេខកូដពន្ធឡើងវិញ៖ មានលេខខុស
problem-plate = សូមបញ្ចូលស្លាកលេខ ដូចលើយានយន្ត ឧទាហរណ៍ 30A-123.45
problem-health-insurance = សូមបញ្ចូលលេខប័ណ្ណធានារ៉ាប់រងសុខភាព ដូចលើប័ណ្ណ មាន 10, 12 ឬ 15 តួ
problem-file-empty = ឯកសារនេះទទេ។ សូមជ្រើសរើសឯកសារផ្សេង
problem-file-too-large = ឯកសារនេះធំពេក។ សូមជ្រើសរើសឯកសារមិនលើស { $max }
problem-file-type = ឯកសារនេះប្រើមិនបានទេ។ សូមជ្រើសរើសឯកសារ { $types }
problem-file-pixels = រូបនេះតូចពេក។ សូមជ្រើសរើសរូបដែលមានទទឹងយ៉ាងតិច { $width } និងកម្ពស់យ៉ាងតិច { $height } ភីកសែល
problem-file-locked = ឯកសារ PDF នេះមានពាក្យសម្ងាត់។ សូមដកពាក្យសម្ងាត់ចេញ រួចជ្រើសរើសម្ដងទៀត
problem-file-too-many = សូមជ្រើសរើសយ៉ាងច្រើន { $n } ឯកសារ
problem-file-not-uploaded = ឯកសារមិនទាន់ផ្ទុកឡើងរួច៖ { $label }
read-aloud-title = ស្ដាប់ទំព័រនេះ
read-aloud-how = ម៉ាស៊ីនអានទំព័រនេះម្ដងមួយប្រយោគ ដោយប្រើសំឡេងដែលមានស្រាប់ក្នុងម៉ាស៊ីន។ ប្រយោគដែលកំពុងអានត្រូវបានសម្គាល់។
read-aloud-play = អាន
read-aloud-pause = ផ្អាក
read-aloud-back = ប្រយោគមុន
read-aloud-on = ប្រយោគបន្ទាប់
read-aloud-speed = ល្បឿន
read-aloud-speed-75 = យឺត
read-aloud-speed-100 = ធម្មតា
read-aloud-speed-125 = លឿន
read-aloud-speed-150 = លឿនណាស់
read-aloud-chosen = បានជ្រើសរើស៖
read-aloud-no-voice = ម៉ាស៊ីននេះគ្មានសំឡេងអានសម្រាប់ភាសា { $language } ទេ។ ប្រយោគជាភាសានោះ នឹងមិនអានទេ។ អាចបន្ថែមសំឡេងអានក្នុងការកំណត់របស់ម៉ាស៊ីន។
read-aloud-failed = សំឡេងអានរបស់ម៉ាស៊ីនបានឈប់។ សូមចុច “អាន” ដើម្បីស្ដាប់បន្ត។

## How accessible this is. Compare with docs/accessibility/statements.md before you change it; change the date too.

accessibility-title = ងាយស្រួលប្រើសម្រាប់មនុស្សគ្រប់គ្នា (ភាពងាយចូលប្រើ)
accessibility-lead = ទំព័រនេះធ្វើឡើង ដើម្បីឱ្យមនុស្សគ្រប់គ្នាអាចធ្វើបែបបទដោយខ្លួនឯង រួមទាំងអ្នកពិការភ្នែក អ្នកមើលមិនសូវឃើញ អ្នកមិនប្រើម៉ៅស៍ និងអ្នកអានយឺត។
accessibility-aim-title = ផ្អែកលើវិធានណា
accessibility-aim = ទំព័រនេះត្រូវបានពិនិត្យតាម WCAG 2.2 ជាវិធានអន្តរជាតិ ដើម្បីឱ្យមនុស្សគ្រប់គ្នាប្រើគេហទំព័របាន។ ត្រូវតែដល់កម្រិត AA។ កន្លែងណាអាចធ្វើបាន គឺធ្វើតាមកម្រិត AAA។
accessibility-law = អនុក្រឹត្យ 224/2026/NĐ-CP មាត្រា 15 តម្រូវឱ្យសេវាសាធារណៈតាមអ៊ីនធឺណិត ជួយជនមានពិការភាពឱ្យចូលបាន និងប្រើបាន។ អនុក្រឹត្យនេះមិនបញ្ជាក់កំណែ WCAG ណាទេ។
accessibility-proof = កូដប្រភពរបស់ទំព័រនេះ មានបញ្ជីចំណុចដែលត្រូវតែត្រឹមត្រូវ និងវិធីពិនិត្យចំណុចទាំងនោះ។
accessibility-holds-title = អ្វីដែលធ្វើបានហើយ
accessibility-holds-keyboard = អាចធ្វើការងារទាំងអស់ដោយប្រើតែក្ដារចុច។
accessibility-holds-reader = បានសាកជាមួយកម្មវិធីអានអេក្រង់ Orca 43.1 លើកុំព្យូទ័រ។
accessibility-holds-text = អាចជ្រើសរើសទំហំអក្សរបានប្រាំ ធំបំផុត 400%។ ពេលអក្សរធំ ក៏មិនបាច់អូសទំព័រទៅចំហៀងដែរ។
accessibility-holds-colour = អាចជ្រើសរើសផ្ទៃភ្លឺ ផ្ទៃងងឹត អក្សរលឿងផ្ទៃខ្មៅ អក្សរខ្មៅផ្ទៃស។ អក្សរតែងលេចច្បាស់លើផ្ទៃ៖ កម្រិតពណ៌ខុសគ្នាយ៉ាងតិច 7:1។
accessibility-holds-reading = អាចជ្រើសរើសគម្លាតបន្ទាត់ គម្លាតអក្សរ បន្ទាត់ជំនួយអាន និងមួយទំព័រមួយសំណួរ។ ទំព័រនេះអាចអានឮៗដោយសំឡេងរបស់ម៉ាស៊ីន។
accessibility-holds-errors = ពេលមានកន្លែងត្រូវកែ ផ្នែកខាងលើទំព័រប្រាប់កន្លែងទាំងអស់នោះ និងវិធីកែ។ ចុចលើនោះ ដើម្បីទៅដល់ប្រអប់នោះ។
accessibility-holds-time = គ្មានកំណត់ពេលទេ។ ចម្លើយត្រូវបានរក្សាទុកលើម៉ាស៊ីននេះ ដូច្នេះអាចឈប់ ហើយធ្វើបន្ត។
accessibility-holds-captcha = មិនបាច់អានកូដក្នុងរូបភាព (captcha) ទេ។ មិនបាច់ចាំពាក្យសម្ងាត់ទេ។
accessibility-gaps-title = អ្វីដែលមិនទាន់ធ្វើបាន
accessibility-gaps-readers = មិនទាន់បានសាកជាមួយកម្មវិធីអានអេក្រង់ផ្សេងទៀតទេ៖ NVDA, JAWS, VoiceOver, TalkBack។ អាចមានកន្លែងអានខុស ឬមិនអាន។
accessibility-gaps-people = មិនទាន់មានជនមានពិការភាពណាម្នាក់សាកប្រើទំព័រនេះទេ។
accessibility-gaps-languages = ភាសាខ្មែរ និងភាសាចិនមានគ្រប់ហើយ ប៉ុន្តែបកប្រែដោយម៉ាស៊ីន។ មិនទាន់មានអ្នកនិយាយភាសាទាំងនោះអានពិនិត្យទេ។ ភាសាជនជាតិភាគតិចផ្សេងទៀត មានតែពាក្យពីរបី ឬមិនទាន់មានពាក្យណាទេ។ កន្លែងដែលនៅខ្វះ បង្ហាញជាភាសាវៀតណាម។ មិនទាន់មានភាសាសញ្ញាទេ។
accessibility-gaps-notes = សាររបស់ស្ថាប័ន និងឈ្មោះឃុំ សង្កាត់ មានតែជាភាសាវៀតណាម។
accessibility-gaps-audio = ផ្នែក “ស្ដាប់” ប្រើសំឡេងអានរបស់ម៉ាស៊ីន មិនទាន់មានសំឡេងថតទេ។ បើម៉ាស៊ីនគ្មានសំឡេងអានសម្រាប់ភាសារបស់ទំព័រ នោះស្ដាប់មិនបានទេ។
accessibility-gaps-device = ចម្លើយលើម៉ាស៊ីនត្រូវបានចាក់សោ ប៉ុន្តែនរណាដែលអាចប្រើកម្មវិធីរុករកនេះ ក៏អាចបើកបានដែរ។ បើប្រើម៉ាស៊ីនរួមគ្នា សូមជ្រើសរើស “ចាប់ផ្ដើមលើម៉ាស៊ីនប្រើរួមគ្នា” ឬចុច “លុបចម្លើយរបស់ខ្ញុំ” ពេលឈប់ធ្វើ។
accessibility-gaps-sent = ផ្ញើសំណុំឯកសាររួច មិនអាចមើលចម្លើយនៅទីនេះវិញបានទេ។ បើចង់ទុក សូមបោះពុម្ពទំព័រពិនិត្យ មុនពេលផ្ញើ។
accessibility-gaps-browsers = ទំព័រនេះត្រូវការ JavaScript និងកម្មវិធីរុករកថ្មី។ ការពិនិត្យស្វ័យប្រវត្តិទើបប្រើតែ Chromium ដែលជាស្នូលរបស់ Chrome និង Edge។
accessibility-instead-title = បើអ្នកប្រើទំព័រនេះមិនបាន
accessibility-instead = អ្នកមិនចាំបាច់ធ្វើតាមអ៊ីនធឺណិតទេ។ អាចធ្វើតាមវិធីមួយខាងក្រោម។
accessibility-instead-office = ទៅផ្នែកច្រកចេញចូលតែមួយ (Bộ phận Một cửa) របស់ឃុំ ឬសង្កាត់ដែលនៅជិតបំផុត។
accessibility-instead-call = ទូរស័ព្ទទៅលេខនៅចុងទំព័រនេះ បើមាន។
accessibility-instead-together = សុំមនុស្សម្នាក់ដែលអ្នកទុកចិត្ត ឱ្យបញ្ចូលជាមួយអ្នក។
accessibility-report-title = ប្រាប់កន្លែងពិបាកប្រើ
accessibility-report = បើជួបកន្លែងប្រើមិនបាន សូមប្រាប់អង្គភាពដំណើរការដែលសរសេរនៅចុងទំព័រ។
accessibility-report-what = សូមប្រាប់ថា ទំព័រណា ម៉ាស៊ីនណា កម្មវិធីរុករកណា ហើយមានអ្វីកើតឡើង។
accessibility-date = សរសេរ និងពិនិត្យនៅ { $date }។

advice-title = សូមពិនិត្យមើលម្ដងទៀត
advice-go-on = បើអ្វីៗត្រឹមត្រូវ សូមចុច “បន្ត” ម្ដងទៀត។
advice-gaps = មិនទាន់មានកន្លែងស្នាក់នៅក្នុង៖ { $months }។ បើចាំ សូមបន្ថែម។ រយៈពេលដែលខ្វះជាហេតុផលដែលសំណុំឯកសារច្រើនត្រូវបានប្រគល់វិញ។
elsewhere-office = ធ្វើនៅកន្លែងណា
elsewhere-procedure = មើលបែបបទដែលសមជាង៖
elsewhere-kept = ចម្លើយរបស់អ្នកនៅតែរក្សាទុកក្នុងឧបករណ៍នេះ។
elsewhere-change = មើលចម្លើយរបស់អ្នកម្ដងទៀត
legal-basis = មូលដ្ឋានច្បាប់៖
fee-now = ថ្លៃសេវាតាមចម្លើយរបស់អ្នក៖ { $amount }
fee-due-title = ថ្លៃសេវារបស់អ្នក
fee-sum = សរុប៖ { $amount }
fee-not-here = នៅទីនេះមិនទាន់អាចបង់ប្រាក់បានទេ។ ស្ថាប័ននឹងប្រាប់ថាត្រូវបង់ពេលណា និងបង់តាមវិធីណា។
in-person-title = ផ្នែកដែលត្រូវធ្វើនៅស្ថាប័ន
in-person-office = នៅកន្លែងណា
in-person-hours = ពេលណា
in-person-takes = ចំណាយពេលប៉ុន្មាន
in-person-bring = យកមកជាមួយ
in-person-steps = នៅទីនោះ
components-title = ផ្ញើម្ដង ធ្វើបានច្រើនកិច្ចការ
component-if-asked = តែពេលអ្នកស្នើសុំប៉ុណ្ណោះ
account-title = ត្រូវការគណនី
account-level-1 = ដើម្បីផ្ញើ ត្រូវការលេខទូរសព្ទដែលបានបញ្ជាក់ ឬគណនី VNeID។ អ្នកអាចបំពេញជាមុនបាន។
account-level-2 = ដើម្បីផ្ញើ ត្រូវការគណនី VNeID កម្រិត 2។ អ្នកអាចបំពេញជាមុនបាន។

supplement-count = មាន { $n } ចំណុចត្រូវកែ ឬបន្ថែម។
supplement-until = ផ្ញើមុនពេលផុតថ្ងៃ { $date }។
supplement-open = មើល និងកែ
supplement-title = បំពេញបន្ថែមសំណុំឯកសារ
supplement-only = អ្នកកែតែផ្នែកខាងក្រោមប៉ុណ្ណោះ។ ចម្លើយផ្សេងទៀតទុកដដែល មិនបាច់បញ្ចូលឡើងវិញទេ។
supplement-contact = បើចង់សួរ សូមទាក់ទង៖
supplement-newly = សំណួរបន្ថែម
supplement-send = ផ្ញើផ្នែកដែលបានកែ
supplement-add-row = បន្ថែមមួយចំណុច
supplement-nothing = សំណុំឯកសារនេះមិនត្រូវការបំពេញបន្ថែមទេ
supplement-see = មើលសំណុំឯកសារ
supplement-sent = បានផ្ញើផ្នែកដែលកែហើយ។
supplement-again = អ្វីដែលអ្នកបានកែនៅតែមាននៅទីនេះ។ សូមចុចផ្ញើម្ដងទៀត វាមិនត្រូវបានផ្ញើពីរដងទេ។
flaw-how = វិធីកែ៖
flaw-note = មន្ត្រីសរសេរ៖
flaw-not-there = ផ្នែកនេះលែងមានក្នុងសំណុំឯកសារ ដូច្នេះកែនៅទីនេះមិនបានទេ។ សូមសរសេរទៅស្ថាប័ននៅទំព័រសំណុំឯកសារ។
flaw-of-all = សំណុំឯកសារទាំងមូល
flaw-blurred = រូបថតមិនច្បាស់ អានមិនបាន
flaw-blurred-how = ថតម្ដងទៀតនៅកន្លែងភ្លឺ ឱ្យឯកសារនៅក្នុងរូបទាំងមូល។
flaw-missing-side = ខ្វះផ្នែកខាងក្រោយ
flaw-missing-side-how = បន្ថែមរូបថតផ្នែកខាងក្រោយ។
flaw-mismatch = មិនត្រូវនឹងមូលដ្ឋានទិន្នន័យជាតិស្ដីពីប្រជាជន
flaw-mismatch-how = កែចម្លើយ ឬស្នើនគរបាលឃុំ សង្កាត់កែទិន្នន័យ។
flaw-expired = ឯកសារផុតកំណត់ហើយ
flaw-expired-how = ផ្ញើឯកសារដែលនៅមានសុពលភាព។
flaw-wrong-document = មិនត្រូវប្រភេទឯកសារ
flaw-wrong-document-how = ផ្ញើឯកសារដែលសំណួរបានបញ្ជាក់។
flaw-wrong-clinic = លិខិតពិនិត្យសុខភាពមិនមែនមកពីកន្លែងដែលអនុញ្ញាត
flaw-wrong-clinic-how = ពិនិត្យនៅកន្លែងដែលអនុញ្ញាត ហើយផ្ញើលិខិតថ្មី។
flaw-not-signed = មិនទាន់មានហត្ថលេខា
flaw-not-signed-how = ចុះហត្ថលេខា ហើយថតម្ដងទៀត ឬចុះហត្ថលេខាឌីជីថល។
flaw-gap = ខ្វះរយៈពេលមួយអំពីកន្លែងស្នាក់នៅ
flaw-gap-how = បន្ថែមកន្លែងដែលអ្នកបានស្នាក់នៅក្នុងខែដែលខ្វះ។
flaw-consent = ខ្វះការយល់ព្រម
flaw-consent-how = សុំឱ្យអ្នកដែលមានឈ្មោះយល់ព្រម។
flaw-violation = នៅមានការបំពានចរាចរណ៍ដែលមិនទាន់ដោះស្រាយ
flaw-violation-how = ដោះស្រាយឱ្យរួច ហើយប្រាប់លេខសេចក្ដីសម្រេច។
flaw-empty-file = មិនបានទទួលឯកសារ
flaw-empty-file-how = ផ្ញើឯកសារម្ដងទៀត ចម្លើយផ្សេងទៀតនៅដដែល។
due-title = ថ្ងៃណាត់យកលទ្ធផល
due-received = គិតថាទទួលនៅថ្ងៃ { $date }។
due-may-change = ថ្ងៃឈប់សម្រាកក្រោយនោះមិនទាន់សម្រេចទាំងអស់ ដូច្នេះថ្ងៃណាត់អាចផ្លាស់ប្ដូរ។
components-standing = កិច្ចការនីមួយៗ
component-due = ណាត់ថ្ងៃ { $date }
messages-title = សារជាមួយស្ថាប័ន
message-none = មិនទាន់មានសារទេ។
message-from-officer = ស្ថាប័ន
message-from-you = អ្នក
message-label = សរសេរទៅស្ថាប័ន
message-hint = ប្រយោគខ្លីៗពីរបី។ មិនបាច់សរសេរលេខកូដសំណុំឯកសារទេ។
message-missing = សូមសរសេរអ្វីដែលអ្នកចង់សួរ
message-send = ផ្ញើសារ
message-sent = បានផ្ញើសារហើយ។
results-title = លទ្ធផល
result-download = ទាញយក { $name } ({ $size })
result-saved = បានរក្សាទុកឯកសារក្នុងឧបករណ៍។
result-not-saved = ឧបករណ៍រក្សាទុកឯកសារមិនបានទេ។ សូមព្យាយាមម្ដងទៀត។
withdraw-title = ដកសំណុំឯកសារ
withdraw-what = ស្ថាប័ននឹងឈប់ដោះស្រាយ។ បើនៅតែត្រូវការ អ្នកត្រូវដាក់ម្ដងទៀតពីដើម។
withdraw-reason = មូលហេតុ (មិនចាំបាច់)
withdraw-button = ដកសំណុំឯកសារនេះ
withdraw-done = បានផ្ញើសំណើដកសំណុំឯកសារ។

sign-in-with = ចូលដោយ { $name }
sign-in-no-way = គេហទំព័រនេះមិនទាន់មានវិធីចូលដែលសមទេ។ សូមទៅស្ថាប័ន។
sign-in-cancelled = អ្នកបានបញ្ឈប់ការចូល។ អ្វីដែលអ្នកបានបំពេញនៅតែមាន។
sign-in-failed = ចូលមិនទាន់បានទេ។ សូមព្យាយាមម្ដងទៀត អ្វីដែលអ្នកបានបំពេញនៅតែមាន។
sign-in-by-phone = ដោយលេខទូរសព្ទ
sign-in-phone = លេខទូរសព្ទសម្រាប់ទទួលលេខកូដ
sign-in-phone-hint = គេហទំព័រផ្ញើលេខកូដ 6 ខ្ទង់ទៅលេខនេះ
sign-in-phone-missing = បញ្ចូលលេខទូរសព្ទ
sign-in-phone-wrong = លេខទូរសព្ទមិនត្រឹមត្រូវ។ បញ្ចូលលេខទូរសព្ទដៃវៀតណាម 10 ខ្ទង់។
sign-in-send-code = ផ្ញើលេខកូដមកខ្ញុំ
sign-in-code-sent = បានផ្ញើលេខកូដហើយ។
sign-in-code = លេខកូដ 6 ខ្ទង់
sign-in-code-hint = លេខកូដប្រើបាន 5 នាទី
sign-in-code-missing = បញ្ចូលលេខកូដដែលបានទទួល
sign-in-code-wrong = លេខកូដមិនត្រឹមត្រូវ ឬផុតកំណត់។ សូមពិនិត្យ ឬសុំលេខកូដថ្មី។
sign-in-enter = ចូល
sign-in-too-often = បានព្យាយាមច្រើនដងពេក។ សូមរង់ចាំបន្តិច រួចព្យាយាមម្ដងទៀត។
sign-in-trouble = មិនទាន់អាចសួរគេហទំព័របានទេ។ សូមព្យាយាមម្ដងទៀត។
sign-in-keeps = អ្វីដែលអ្នកបានបំពេញនៅតែមានក្នុងឧបករណ៍នេះពេលអ្នកចូល។
sign-in-first = សូមចូលមុនពេលផ្ញើ។
signed-in = បានចូលហើយ។
signed-in-as = បានចូលជា៖
account-phone = លេខទូរសព្ទដែលបញ្ចប់ដោយ { $hint }
account-is-level-1 = កម្រិត 1។
account-is-level-2 = កម្រិត 2។
account-page = គណនីរបស់អ្នក
account-why = ចូលដើម្បីមើលសំណុំឯកសារដែលបានផ្ញើដោយគណនី នៅលើឧបករណ៍ណាក៏បាន។
my-dossiers = សំណុំឯកសាររបស់ខ្ញុំ
my-dossiers-none = មិនទាន់មានសំណុំឯកសារណាផ្ញើដោយគណនីនេះទេ។
my-dossier-to-do = អ្នកត្រូវធ្វើកិច្ចការមួយ
sign-out-title = ចាកចេញ
sign-out-what = លើឧបករណ៍ដែលប្រើរួមគ្នា សូមចាកចេញ ហើយលុបអ្វីដែលបានបំពេញនៅទំព័រដើម។
sign-out = ចាកចេញ
sign-out-everywhere = ចាកចេញពីឧបករណ៍ទាំងអស់
signed-out = បានចាកចេញហើយ។
sign-out-failed = ចាកចេញមិនទាន់បានទេ។ សូមព្យាយាមម្ដងទៀត។

told-filled = បានបំពេញជាមុន៖ { $labels }។ សូមពិនិត្យ។
told-otherwise = ខុសពីទិន្នន័យដែលមាន៖ { $labels }។ សូមមើលឡើងវិញ។
told-failed = មិនទាន់បានទិន្នន័យដែលរដ្ឋមានទេ។ អ្នកអាចបំពេញដោយខ្លួនឯង ឬព្យាយាមម្ដងទៀត។
told-from = បានបំពេញពី { $source } ថ្ងៃទី { $date }។ បើខុស សូមកែ។
told-locked = ពី { $source } ថ្ងៃទី { $date }។ មិនអាចកែនៅទីនេះបានទេ។
told-has = { $source } ថ្ងៃទី { $date } សរសេរថា៖
told-take = ប្រើទិន្នន័យនេះ
told-typed = អ្នកបានបញ្ចូល៖
told-wrong = ទិន្នន័យនេះខុស
told-wrong-what = មានតែកន្លែងដែលរក្សាទិន្នន័យទើបអាចកែបាន៖ { $source }។ អ្នកនៅតែអាចផ្ញើសំណុំឯកសារបាន។ សូមសរសេរកន្លែងខុសខាងក្រោម មន្ត្រីនឹងអាន។
told-wrong-label = ខុសត្រង់ណា ត្រឹមត្រូវគឺអ្វី
told-wrong-hint = មិនបង្ខំ
told-wrong-said = អ្នកដាក់ពាក្យថាទិន្នន័យនេះខុស៖ { $text }
told-sign-in = ចូលដើម្បីឱ្យបំពេញជាមុន
told-sign-in-what = គេហទំព័របំពេញអ្វីដែលរដ្ឋដឹងអំពីអ្នករួចហើយ។ មិនបង្ខំទេ។ អ្នកអាចចូលពេលក្រោយក៏បាន។
lookup-fills = ស្វែងរកដើម្បីបំពេញ៖ { $labels }។
lookup-button = ស្វែងរក
lookup-sign-in = ចូលដើម្បីស្វែងរក
lookup-first = សូមឆ្លើយសំណួរនេះសិន រួចស្វែងរក។
lookup-done = ស្វែងរករួចហើយ។ សូមពិនិត្យអ្វីដែលបានបំពេញ។
lookup-same = គ្មានអ្វីថ្មីទេ។
lookup-nothing = រកមិនឃើញ។ សូមពិនិត្យចម្លើយ ឬបំពេញដោយខ្លួនឯង។
lookup-ended = អ្នកលែងបានចូលហើយ។ សូមចូលម្ដងទៀតដើម្បីស្វែងរក អ្វីដែលបានបំពេញនៅតែមាន។
lookup-level = ត្រូវចូលកម្រិត 2 ដើម្បីស្វែងរក។ អ្នកអាចបំពេញដោយខ្លួនឯងក៏បាន។
lookup-too-often = បានស្វែងរកច្រើនដងពេក។ សូមបំពេញដោយខ្លួនឯង ឬព្យាយាមពេលក្រោយ។
lookup-down = កន្លែងស្វែងរកមិនឆ្លើយទេ។ សូមបំពេញដោយខ្លួនឯង ឬព្យាយាមពេលក្រោយ។
paper-offer = អ្នកមានឯកសារនេះក្នុងឃ្លាំងរបស់គេហទំព័រ៖
paper-issued = ចេញថ្ងៃទី { $date }
paper-expires = មានសុពលភាពដល់ថ្ងៃទី { $date }
paper-expired = ផុតកំណត់ថ្ងៃទី { $date }
paper-use = ប្រើ { $name }
paper-used = បានយក { $name } ពីឃ្លាំងឯកសារ។
paper-failed = មិនទាន់យកឯកសារពីឃ្លាំងបានទេ។ សូមព្យាយាមម្ដងទៀត ឬថតរូប។
earlier-title = ដាក់សំណុំឯកសារថ្មីដូចសំណុំនេះ
earlier-what = ទម្រង់ថ្មីត្រូវបានបំពេញដូចសំណុំនេះ។ សូមពិនិត្យ ជ្រើសឯកសារ និងធ្វើការសន្យាម្ដងទៀត។
earlier-button = ចាប់ផ្ដើមពីសំណុំនេះ
earlier-draft = លើឧបករណ៍នេះមានពាក្យដែលបំពេញមិនទាន់ចប់។ សូមផ្ញើ ឬលុបវាសិន។
earlier-failed = មិនទាន់បានចម្លើយទេ។ សូមព្យាយាមម្ដងទៀត។
session-soon = អ្នកនឹងត្រូវចាកចេញឆាប់ៗ។ អ្វីដែលបានបំពេញនៅតែមាន។
session-stay = បន្តនៅក្នុងគណនី
session-stayed = អ្នកនៅតែបានចូល។
session-over = អ្នកលែងបានចូលហើយ។ អ្វីដែលបានបំពេញនៅតែមាន។ សូមចូលម្ដងទៀតពេលត្រូវការ។
drafts-of-accounts = លើឧបករណ៍នេះមានពាក្យមិនទាន់ចប់របស់អ្នកដែលបានចូល។ សូមចូលដើម្បីបន្តរបស់អ្នក។
message-new = មានសារថ្មី។
result-new = មានលទ្ធផលសម្រាប់ទាញយក។
