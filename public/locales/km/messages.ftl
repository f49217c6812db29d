# Khmer, translated by machine from the Vietnamese in November 2026. Nobody who speaks it has read it: docs/languages/km.md.

## Around the page

app-name = សេវាសាធារណៈ
skip = ទៅខ្លឹមសារសំខាន់
bar-label = ភាសា និងការបង្ហាញ
language-changed = ទំព័រនេះជាភាសាខ្មែរ។
languages-link = ភាសាផ្សេង
preferences-link = ទំហំអក្សរ ពណ៌
help-link = ជំនួយ
help-title = ត្រូវការជំនួយ
hotline = ទូរស័ព្ទទៅ
office-default = អ្នកអាចដាក់សំណុំឯកសារនៅផ្នែកច្រកចេញចូលតែមួយ (Bộ phận Một cửa) របស់ឃុំ ឬសង្កាត់ដែលនៅជិតបំផុត។
operator = អង្គភាពដំណើរការ៖
notice-warning = ប្រយ័ត្ន៖
other-way-title = វិធីផ្សេងទៀតដើម្បីធ្វើបែបបទ
waiting = កំពុងផ្ទុក។ សូមរង់ចាំបន្តិច។
back = ត្រឡប់ក្រោយ
back-label = ផ្លូវត្រឡប់ក្រោយ
back-home = ទំព័រដើម
continue = បន្ត
change = កែ
try-again = សាកម្ដងទៀត
choice-not-offered = កំពុងសរសេរថា “{ $text }” ដែលគ្មានក្នុងចំណុចទាំងនេះ។ សូមជ្រើសរើសមួយ។
yes = បាទ/ចាស
no = ទេ
or = ឬ
optional = (មិនចាំបាច់)
why = ហេតុអ្វីសួរសំណួរនេះ
help = ពន្យល់បន្ថែម
next-up = បន្ទាប់៖ { $heading }
step-of = ជំហានទី { $n } ក្នុងចំណោម { $of }
step-of-at-most = ជំហានទី { $n } ក្នុងចំណោមយ៉ាងច្រើន { $of }

## Home

home-title = ធ្វើបែបបទរដ្ឋបាល
search-label = ស្វែងរកបែបបទ
search-hint = បញ្ចូលឈ្មោះបែបបទជាភាសាវៀតណាម មានសញ្ញា ឬគ្មានសញ្ញាក៏បាន។ ឧទាហរណ៍៖ doi giay phep
search-button = ស្វែងរក
search-found =
    { $n ->
        [0] រកមិនឃើញបែបបទណាទេ។
       *[other] រកឃើញបែបបទចំនួន { $n }។
    }
search-nothing = រកមិនឃើញបែបបទណាទេ។ សូមសាកពាក្យផ្សេង ឬប្រើពាក្យតិចជាងនេះ។
search-browse = មើលបែបបទទាំងអស់ ចម្រោះតាមកិច្ចការដែលត្រូវធ្វើ
track-title = តាមដានសំណុំឯកសារ
track-code = លេខកូដសំណុំឯកសារ
track-code-hint = មានសរសេរលើលិខិតណាត់ ឬលើទំព័របញ្ជាក់។ អាចវាយអក្សរតូច និងមានដកឃ្លា។
track-code-missing = សូមបញ្ចូលលេខកូដសំណុំឯកសារ
track-button = តាមដាន

## The procedure

who-title = អ្នកណាអាចធ្វើបែបបទនេះ
prepare-title = អ្វីដែលត្រូវរៀបចំ
prepare-print = បោះពុម្ពបញ្ជីនេះ
facts-title = ថ្លៃ រយៈពេល លទ្ធផល
fee-title = ថ្លៃសេវា គិតត្រឹម { $date }
fee-unknown = មិនទាន់មានព័ត៌មានអំពីថ្លៃសេវាទេ។ សូមសួរស្ថាប័នដោះស្រាយ។
fee-amount-unknown = មិនទាន់ដឹងចំនួនទឹកប្រាក់
fee-free = មិនបាច់បង់ប្រាក់
time-title = រយៈពេលដោះស្រាយ
working-days = { $n } ថ្ងៃធ្វើការ គិតពីពេលទទួលបានសំណុំឯកសារគ្រប់គ្រាន់
calendar-days = { $n } ថ្ងៃ គិតពីពេលទទួលបានសំណុំឯកសារគ្រប់គ្រាន់
working-hours = { $n } ម៉ោងធ្វើការ គិតពីពេលទទួលបានសំណុំឯកសារគ្រប់គ្រាន់
result-title = លទ្ធផល
agency-title = ស្ថាប័នដោះស្រាយ
level-title = ធ្វើតាមអ៊ីនធឺណិត
level-full = អាចធ្វើបានទាំងអស់តាមអ៊ីនធឺណិត (គ្រប់ដំណាក់កាល)
level-partial = អាចធ្វើបានមួយផ្នែកតាមអ៊ីនធឺណិត ផ្នែកដែលនៅសល់ត្រូវធ្វើនៅស្ថាប័ន
level-information = គេហទំព័រនេះមានតែព័ត៌មាន
legal-title = មូលដ្ឋានច្បាប់
procedure-code = លេខកូដបែបបទ៖
checked-on = បានពិនិត្យនៅ { $date }
valid-until = អនុវត្តរហូតដល់ { $date } (គិតទាំងថ្ងៃនោះ)
information-only = នៅគេហទំព័រនេះ មិនទាន់អាចដាក់បែបបទនេះបានទេ។ សូមមើលវិធីដាក់នៅខាងលើ ឬសួរស្ថាប័ន។
start-keeps = អ្វីដែលអ្នកបញ្ចូល ត្រូវបានរក្សាទុកលើម៉ាស៊ីននេះ រហូតដល់អ្នកផ្ញើ ឬលុប។ អ្នកអាចឈប់ ហើយធ្វើបន្តនៅពេលក្រោយ។
start-keeps-in-tab = ម៉ាស៊ីននេះប្រើរួមគ្នា៖ អ្វីដែលអ្នកបញ្ចូលត្រូវបានចាក់សោ ហើយរក្សាទុកដល់ពេលអ្នកបិទទំព័រប៉ុណ្ណោះ។
not-online = គេហទំព័រសេវានេះមិនទាន់ទទួលសំណុំឯកសាររបស់បែបបទនេះតាមអ៊ីនធឺណិតទេ។
start-button = ចាប់ផ្ដើម
start-continue = ធ្វើបន្តសំណុំឯកសារដែលមិនទាន់រួច
start-shared = ចាប់ផ្ដើមលើម៉ាស៊ីនប្រើរួមគ្នា
start-shared-hint = អ្វីដែលអ្នកបញ្ចូលត្រូវបានចាក់សោ។ បើបិទ ឬចាកចេញពីទំព័រ គ្មាននរណាបើកវិញបានទេ សូម្បីតែអ្នក។

## Steps

saved-not-yet = ចម្លើយនឹងត្រូវបានរក្សាទុកលើម៉ាស៊ីននេះ។
saved-not-yet-in-tab = ចម្លើយនឹងរក្សាទុកដល់ពេលអ្នកបិទទំព័រប៉ុណ្ណោះ។
saved-at = បានរក្សាទុកលើម៉ាស៊ីននេះ៖ { $time }
saved-in-tab = រក្សាទុកដល់ពេលអ្នកបិទទំព័រប៉ុណ្ណោះ។ បានរក្សាទុក៖ { $time }
saved-not-kept = ម៉ាស៊ីននេះមិនឱ្យរក្សាទុកទេ។ សូមកុំបិទទំព័រ មុនពេលផ្ញើ។
saved-not-now = មិនទាន់រក្សាទុកលើឧបករណ៍នេះទេ។
date-day = ថ្ងៃ
date-month = ខែ
date-year = ឆ្នាំ
date-any = បើមិនដឹងថ្ងៃ ឬខែ សូមទុកប្រអប់នោះឱ្យទទេ។
money = { $amount } ដុង

## When something goes wrong

trouble-safe = អ្វីដែលអ្នកបានបញ្ចូលនៅមានដដែលលើម៉ាស៊ីននេះ។
trouble-wait = សូមសាកម្ដងទៀត ក្រោយប្រហែល { $minutes } នាទី។
trouble-offline-title = ម៉ាស៊ីនកំពុងគ្មានអ៊ីនធឺណិត
trouble-offline = ម៉ាស៊ីននេះមិនទាន់ភ្ជាប់អ៊ីនធឺណិតទេ។ សូមពិនិត្យអ៊ីនធឺណិត រួចសាកម្ដងទៀត។
trouble-unreachable-title = មិនទាន់ភ្ជាប់ទៅគេហទំព័រសេវាបាន
trouble-unreachable = មិនទាន់ភ្ជាប់ទៅគេហទំព័រសេវាបានទេ។ អ៊ីនធឺណិតអាចខ្សោយ ឬគេហទំព័រសេវាកំពុងផ្អាក។
trouble-too-slow-title = គេហទំព័រសេវាឆ្លើយយឺតពេក
trouble-too-slow = គេហទំព័រសេវាឆ្លើយមិនទាន់ពេលទេ។ អ៊ីនធឺណិតអាចខ្សោយ ឬគេហទំព័រសេវាកំពុងមានមនុស្សប្រើច្រើន។
trouble-unreadable-title = គេហទំព័រសេវាឆ្លើយមិនត្រឹមត្រូវ
trouble-unreadable = គេហទំព័រសេវាផ្ញើខ្លឹមសារដែលទំព័រនេះអានមិនបាន។ ជាធម្មតា បញ្ហានេះកើតឡើងតែមួយភ្លែត។
trouble-refused-title = គេហទំព័រសេវាមិនយល់សំណើ
trouble-refused = គេហទំព័រសេវាមិនយល់សំណើនេះទេ។ សូមសាកម្ដងទៀត ឬប្រើវិធីផ្សេងខាងក្រោម។
trouble-sign-in-needed-title = ត្រូវចូលគណនី
trouble-sign-in-needed = គេហទំព័រសេវាតម្រូវឱ្យចូលគណនី ដើម្បីមើលទំព័រនេះ។
trouble-forbidden-title = មើលទំព័រនេះមិនបាន
trouble-forbidden = គេហទំព័រសេវាមិនអនុញ្ញាតឱ្យមើលទំព័រនេះទេ។
trouble-not-found-title = រកមិនឃើញ
trouble-not-found = គេហទំព័រសេវាគ្មានបែបបទ ឬសំណុំឯកសារនេះទេ។ សូមពិនិត្យអាសយដ្ឋានឡើងវិញ ឬស្វែងរកនៅទំព័រដើម។
trouble-changed-title = ខ្លឹមសារទើបត្រូវបានប្ដូរ
trouble-changed = ខ្លឹមសារនៅគេហទំព័រសេវាទើបត្រូវបានប្ដូរ។ សូមសាកម្ដងទៀត ដើម្បីយកកំណែថ្មី។
trouble-too-large-title = ខ្លឹមសារធំពេក
trouble-too-large = គេហទំព័រសេវាមិនទទួលខ្លឹមសារធំបែបនេះទេ។
trouble-rejected-title = គេហទំព័រសេវាមិនទាន់ទទួល
trouble-rejected = មានកន្លែងខ្លះដែលគេហទំព័រសេវាមិនទទួល។ សូមមើលចម្លើយឡើងវិញ។
trouble-too-many-title = មានសំណើច្រើនពេក
trouble-too-many = មានសំណើច្រើនពេកក្នុងពេលតែមួយ។ សូមរង់ចាំបន្តិច រួចសាកម្ដងទៀត។
trouble-broken-title = គេហទំព័រសេវាមានបញ្ហា
trouble-broken = គេហទំព័រសេវាកំពុងមានបញ្ហា។ មិនមែនជាកំហុសរបស់អ្នកទេ។
trouble-closed-title = គេហទំព័រសេវាផ្អាកបណ្ដោះអាសន្ន
trouble-closed = គេហទំព័រសេវាផ្អាកបណ្ដោះអាសន្ន ដើម្បីថែទាំ។

## What is wrong with an answer

error-prefix = កំហុស៖
title-error = កំហុស៖{ " " }
read-aloud-link = ស្ដាប់

## How accessible this is. Compare with docs/accessibility/statements.md before you change it; change the date too.

account-link = គណនី និងសំណុំឯកសាររបស់ខ្ញុំ
accessibility-link = ងាយស្រួលប្រើសម្រាប់មនុស្សគ្រប់គ្នា
