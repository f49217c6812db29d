# Khmer, translated by machine from the Vietnamese in November 2026. Nobody who speaks it has read it: docs/languages/km.md.

## Đổi giấy phép lái xe

name = ប្ដូរប័ណ្ណបើកបរ
summary = ប្ដូរប័ណ្ណបើកបរដែលជិតផុតសុពលភាព ផុតសុពលភាពហើយ ខូច ឬសរសេរខុស។ អ្នកទទួលប័ណ្ណថ្មី ហើយប្រគល់ប័ណ្ណចាស់វិញ។
agency = ការិយាល័យនគរបាលចរាចរណ៍ (Phòng Cảnh sát giao thông) នៃនគរបាលខេត្ត
notices-1 = នេះជាគំរូសម្រាប់បង្ហាញ មិនមែនជាសេវាសាធារណៈផ្លូវការទេ។ បើចង់ប្ដូរប័ណ្ណបើកបរមែនទែន សូមប្រើគេហទំព័រសេវាសាធារណៈជាតិ (Cổng Dịch vụ công quốc gia) ឬទៅស្ថាប័ននគរបាល។
notices-2 = ខ្លឹមសារនៅទីនេះជាសេចក្ដីព្រាង។ សារាចរ 108/2026/TT-BCA អនុវត្តចាប់ពីថ្ងៃទី 1/7/2026 ប៉ុន្តែអ្នករៀបចំមិនទាន់បានអានអត្ថបទនេះទេ។ សំណួរ និងក្រដាសស្នាមផ្លូវការអាចខុសពីនេះ។ ដែនកំណត់ឯកសារ និងទំហំរូបថត កំណត់ដោយអ្នករៀបចំ។
notices-3 = តារាងប្ដូរប្រភេទយកពីគេហទំព័រព័ត៌មានលើអ៊ីនធឺណិត មិនទាន់បានប្រៀបធៀបជាមួយអត្ថបទច្បាប់ទេ។ វិធីប្ដូរប្រភេទ FB2, FC, FD, FE ជាការយល់របស់អ្នករៀបចំ។ ការដែលប្រភេទ A1, A2, A3 តាមច្បាប់ចាស់មិនត្រូវការលិខិតពិនិត្យសុខភាព ក៏ដូច្នោះដែរ។
notices-4 = ចម្លើយរបស់អ្នកជំនួសពាក្យសុំប្ដូរប័ណ្ណបើកបរ (ឧបសម្ព័ន្ធ XII សារាចរ 12/2025/TT-BCA)។ មិនចាំបាច់ដាក់ពាក្យសុំនេះទេ។
notices-5 = នៅទីនេះគ្មានផ្នែកចូលគណនី ជ្រើសរើសវិធីទទួលលទ្ធផល បង់ប្រាក់ និងចុះហត្ថលេខាលើម៉ាស៊ីន (ហត្ថលេខាឌីជីថល) ទេ។
who-1 = ពលរដ្ឋវៀតណាមដែលមានប័ណ្ណបើកបរចេញដោយវៀតណាម
who-2 = ជនវៀតណាមរស់នៅបរទេស ដែលមានប័ណ្ណបើកបរចេញដោយវៀតណាម
who-3 = ជនបរទេសដែលមានប័ណ្ណបើកបរចេញដោយវៀតណាម
prepare-1-text = ប័ណ្ណបើកបរដែលមានសព្វថ្ងៃ
prepare-1-hint = រូបថតពណ៌ផ្នែកខាងមុខ និងផ្នែកខាងក្រោយ
prepare-2-text = អត្តសញ្ញាណប័ណ្ណ
prepare-2-hint = រូបថតពណ៌ផ្នែកខាងមុខ និងផ្នែកខាងក្រោយ
prepare-3-text = រូបថតមុខ
prepare-3-hint = ឯកសារ JPG ឬ PNG
prepare-4-text = លិខិតពិនិត្យសុខភាពរបស់អ្នកបើកបរ
prepare-4-hint = មិនត្រូវការចំពោះប្រភេទ A1, A2, A3 តាមច្បាប់ចាស់ និងប្រភេទ A1, A, B1 ចាប់ពីថ្ងៃទី 1/1/2025។ បើជាលិខិតអេឡិចត្រូនិក ត្រូវការតែលេខកូដ។ បើជាលិខិតក្រដាស ត្រូវតែជាច្បាប់ដើម។
prepare-5-text = លិខិតឆ្លងដែន
prepare-5-hint = សម្រាប់តែជនបរទេស និងជនវៀតណាមរស់នៅបរទេស
prepare-6-text = សេចក្ដីសម្រេចពិន័យ
prepare-6-hint = តែពេលអ្នកកំពុងត្រូវបានហាមបើកបរ (ដកសិទ្ធិប្រើប័ណ្ណបើកបរ)
fees-1-label = តម្លៃធម្មតា ក្នុងមួយប័ណ្ណ
fees-2-label = តម្លៃបញ្ចុះ សម្រាប់អ្នកមានក្រដាសស្នាមគ្រប់លើ VNeID
fees-2-note = ដាក់តាមអ៊ីនធឺណិត មានគណនី VNeID កម្រិត 2 ហើយក្នុង VNeID មានក្រដាសស្នាមមូលដ្ឋាន 5 មុខ និងប័ណ្ណបើកបររួចហើយ។ បញ្ជីក្រដាសស្នាម 5 មុខនេះ ទើបដឹងតែមួយផ្នែក ដូច្នេះគួរសួរស្ថាប័ននគរបាល។
times-1-note = បើសំណុំឯកសារខ្វះ ស្ថាប័ននឹងជូនដំណឹងក្នុងរយៈពេល 2 ថ្ងៃធ្វើការ។
result-name = ប័ណ្ណបើកបរ
result-receive-1 = នៅការិយាល័យនគរបាលចរាចរណ៍ ឬនៅនគរបាលឃុំ សង្កាត់ដែលទទួលធ្វើការងារនេះ
result-receive-2 = តាមប្រៃសណីយ៍
result-note = ត្រូវប្រគល់ប័ណ្ណចាស់វិញ ដើម្បីបំផ្លាញចោល។
legal-1-title = សារាចរ (Thông tư) 108/2026/TT-BCA
legal-1-note = មានសុពលភាពចាប់ពីថ្ងៃទី 1/7/2026 អនុវត្តបន្តិចម្ដងៗរហូតដល់ថ្ងៃទី 1/1/2028។ អ្នករៀបចំមិនទាន់បានអានអត្ថបទនេះទេ។
legal-2-title = សារាចរ (Thông tư) 12/2025/TT-BCA
legal-2-note = ត្រូវបានជំនួសហើយ តែនៅមានរយៈពេលប្ដូរពីចាស់ទៅថ្មី រហូតដល់ថ្ងៃទី 28/2/2027។ ទំព័របែបបទ ដែលបានអានក្នុងខែ 7/2026 នៅតែយោងសារាចរនេះ។ អ្នករៀបចំយកបញ្ជីក្រដាសស្នាមដែលត្រូវដាក់ ពីទំព័រនោះ។
legal-3-title = ច្បាប់ស្ដីពីសណ្ដាប់ធ្នាប់ និងសុវត្ថិភាពចរាចរណ៍ផ្លូវគោក (Luật Trật tự, an toàn giao thông đường bộ) លេខ 36/2024/QH15 មាត្រា 89
legal-3-note = ប្រភេទប័ណ្ណចាប់ពីថ្ងៃទី 1/1/2025 និងវិធីប្ដូរប្រភេទចាស់។ តារាងប្ដូរប្រភេទយកពីគេហទំព័រព័ត៌មានលើអ៊ីនធឺណិត ត្រូវពិនិត្យឡើងវិញ។
legal-4-title = សារាចរ (Thông tư) 154/2025/TT-BTC
legal-4-note = ថ្លៃសេវាចាប់ពីថ្ងៃទី 1/1/2026។ ជំនួសសារាចរ 37/2023/TT-BTC។ ទំព័របែបបទនៅតែយោងសារាចរចាស់។
legal-5-title = សេចក្ដីសម្រេច (Nghị quyết) 66.22/2026/NQ-CP និងសារាចរ (Thông tư) 117/2026/TT-BTC
legal-5-note = ថ្លៃសេវា 0 ដុង ចាប់ពីថ្ងៃទី 15/8/2026 ដល់ថ្ងៃទី 28/2/2027។ បញ្ជីក្រដាសស្នាមមូលដ្ឋាន 5 មុខ ទើបអានបានតែមួយផ្នែក។
legal-6-title = អនុក្រឹត្យ (Nghị định) 224/2026/NĐ-CP មាត្រា 14
legal-6-note = សេវាសាធារណៈដែលអាចធ្វើបានទាំងអស់តាមអ៊ីនធឺណិត (គ្រប់ដំណាក់កាល) អនុវត្តចាប់ពីថ្ងៃទី 1/7/2026។ ជំនួសអនុក្រឹត្យ 42/2022/NĐ-CP។

## Thông tin của bạn

who-title = ព័ត៌មានរបស់អ្នក
who-body = សូមបញ្ចូលព័ត៌មានរបស់អ្នកដែលមានឈ្មោះលើប័ណ្ណបើកបរ (ម្ចាស់សំណុំឯកសារ)។
nationality_kind-label = អ្នកស្ថិតក្នុងករណីណា?
nationality_kind-why = ជនបរទេស និងជនវៀតណាមរស់នៅបរទេស ត្រូវដាក់លិខិតឆ្លងដែនបន្ថែម។
nationality_kind-missing = សូមជ្រើសរើសករណីរបស់អ្នក
nationality_kind-options-citizen-label = ពលរដ្ឋវៀតណាមរស់នៅក្នុងប្រទេស
nationality_kind-options-overseas-label = ជនវៀតណាមរស់នៅបរទេស
nationality_kind-options-foreigner-label = ជនបរទេស
ap_name-label = នាមត្រកូល ឈ្មោះកណ្ដាល និងឈ្មោះ
ap_name-hint = បញ្ចូលឱ្យគ្រប់សញ្ញា ដូចសរសេរលើក្រដាសស្នាម
ap_dob-label = ថ្ងៃខែឆ្នាំកំណើត
ap_dob-hint = ឧទាហរណ៍ 27 3 1990។ បើក្រដាសស្នាមមានតែឆ្នាំ សូមបញ្ចូលតែឆ្នាំ
ap_sex-label = ភេទ
ap_sex-hint = ជ្រើសរើសដូចសរសេរលើក្រដាសស្នាម
ap_sex-options-male-label = ប្រុស
ap_sex-options-female-label = ស្រី
ap_id-label = លេខអត្តសញ្ញាណផ្ទាល់ខ្លួន
ap_id-hint = 12 ខ្ទង់ សរសេរលើអត្តសញ្ញាណប័ណ្ណ
ap_id-why = ដើម្បីប្រៀបធៀបជាមួយទិន្នន័យប្រជាជនរបស់រដ្ឋ (មូលដ្ឋានទិន្នន័យជាតិស្ដីពីប្រជាជន)។
passport_no-label = លេខលិខិតឆ្លងដែន
passport_no-hint = បញ្ចូលអក្សរ និងលេខ ដូចសរសេរលើលិខិតឆ្លងដែន ឧទាហរណ៍ C0000000

## Địa chỉ và liên hệ

contact-title = អាសយដ្ឋាន និងទំនាក់ទំនង
ap_addr-label = កន្លែងស្នាក់នៅអចិន្ត្រៃយ៍
ap_addr-hint = កន្លែងដែលអ្នកបានចុះឈ្មោះស្នាក់នៅយូរអង្វែង។ ជ្រើសរើសឈ្មោះខេត្ត និងឃុំថ្មី ដែលប្រើចាប់ពីថ្ងៃទី 1/7/2025
ap_addr-help = បើគ្មានកន្លែងស្នាក់នៅអចិន្ត្រៃយ៍នៅវៀតណាម សូមបញ្ចូលកន្លែងដែលអ្នកកំពុងស្នាក់នៅក្នុងប្រទេសវៀតណាម។
ap_tel-label = លេខទូរស័ព្ទ
ap_tel-hint = សារអំពីសំណុំឯកសារនឹងផ្ញើទៅលេខនេះ។ អាចប្រើលេខរបស់អ្នកផ្សេង
ap_tel-why = ដើម្បីជូនដំណឹង ពេលសំណុំឯកសារខ្វះក្រដាសស្នាម ឬមានលទ្ធផលហើយ។
ap_mail-label = អ៊ីមែល (email)
ap_mail-hint = ឧទាហរណ៍ ten@vidu.vn

## Giấy phép lái xe hiện có

licence-title = ប័ណ្ណបើកបរដែលមានសព្វថ្ងៃ
licence-body = សូមបញ្ចូលតែប័ណ្ណបើកបរចេញដោយវៀតណាម ដែលអ្នកកំពុងមាន។ ប័ណ្ណខាងក្រោមប្រើបែបបទផ្សេង៖ ប័ណ្ណបាត់ (លេខកូដបែបបទ 3.000348) ប័ណ្ណយោធា (3.000349) ប័ណ្ណនគរបាលប្រជាជន (3.000350) ប័ណ្ណចេញដោយបរទេស (3.000351)។
gplx_no-label = លេខប័ណ្ណបើកបរ
gplx_no-hint = ជាធម្មតាមាន 12 ខ្ទង់។ ប័ណ្ណចាស់អាចខុសពីនេះ
gplx_no-why = ដើម្បីរកប័ណ្ណបើកបររបស់អ្នកក្នុងទិន្នន័យនគរបាលចរាចរណ៍។
gplx_class-label = ប្រភេទប័ណ្ណបើកបរ
gplx_class-hint = ជ្រើសរើសគ្រប់ប្រភេទដែលសរសេរលើប័ណ្ណបើកបរ
gplx_class-help = ចាប់ពីថ្ងៃទី 1/1/2025 ប្រភេទប័ណ្ណមានឈ្មោះថ្មី។ អក្សរដូចគ្នាអាចជាពីរប្រភេទខុសគ្នា។ ឧទាហរណ៍ B1 តាមច្បាប់ចាស់ប្ដូរទៅ B ឬ C1 ចំណែក B1 ចាប់ពីថ្ងៃទី 1/1/2025 គឺយានកង់បី។
gplx_class-why = ប្រភេទប័ណ្ណប្រាប់ថា អ្នកអាចប្ដូរទៅប្រភេទណា ហើយត្រូវការលិខិតពិនិត្យសុខភាពឬទេ។
gplx_class-missing = សូមជ្រើសរើសប្រភេទដែលសរសេរលើប័ណ្ណបើកបរ
gplx_class-options-old_a1-label = A1 (តាមច្បាប់ចាស់ មុនថ្ងៃទី 1/1/2025)
gplx_class-options-old_a2-label = A2 (តាមច្បាប់ចាស់ មុនថ្ងៃទី 1/1/2025)
gplx_class-options-old_a3-label = A3 (តាមច្បាប់ចាស់ មុនថ្ងៃទី 1/1/2025)
gplx_class-options-old_a4-label = A4 (តាមច្បាប់ចាស់ មុនថ្ងៃទី 1/1/2025)
gplx_class-options-old_b1_auto-label = B1 លេខស្វ័យប្រវត្តិ (តាមច្បាប់ចាស់ មុនថ្ងៃទី 1/1/2025)
gplx_class-options-old_b1-label = B1 (តាមច្បាប់ចាស់ មុនថ្ងៃទី 1/1/2025)
gplx_class-options-old_b2-label = B2 (តាមច្បាប់ចាស់ មុនថ្ងៃទី 1/1/2025)
gplx_class-options-old_c-label = C (តាមច្បាប់ចាស់ មុនថ្ងៃទី 1/1/2025)
gplx_class-options-old_d-label = D (តាមច្បាប់ចាស់ មុនថ្ងៃទី 1/1/2025)
gplx_class-options-old_e-label = E (តាមច្បាប់ចាស់ មុនថ្ងៃទី 1/1/2025)
gplx_class-options-old_fb2-label = FB2 (តាមច្បាប់ចាស់ មុនថ្ងៃទី 1/1/2025)
gplx_class-options-old_fc-label = FC (តាមច្បាប់ចាស់ មុនថ្ងៃទី 1/1/2025)
gplx_class-options-old_fd-label = FD (តាមច្បាប់ចាស់ មុនថ្ងៃទី 1/1/2025)
gplx_class-options-old_fe-label = FE (តាមច្បាប់ចាស់ មុនថ្ងៃទី 1/1/2025)
gplx_class-options-new_a1-label = A1 (ចាប់ពីថ្ងៃទី 1/1/2025)
gplx_class-options-new_a1-hint = ម៉ូតូដល់ 125 cm³ ឬដល់ 11 kW
gplx_class-options-new_a-label = A (ចាប់ពីថ្ងៃទី 1/1/2025)
gplx_class-options-new_b1-label = B1 (ចាប់ពីថ្ងៃទី 1/1/2025)
gplx_class-options-new_b1-hint = យានកង់បី
gplx_class-options-new_b-label = B (ចាប់ពីថ្ងៃទី 1/1/2025)
gplx_class-options-new_c1-label = C1 (ចាប់ពីថ្ងៃទី 1/1/2025)
gplx_class-options-new_c-label = C (ចាប់ពីថ្ងៃទី 1/1/2025)
gplx_class-options-new_d1-label = D1 (ចាប់ពីថ្ងៃទី 1/1/2025)
gplx_class-options-new_d2-label = D2 (ចាប់ពីថ្ងៃទី 1/1/2025)
gplx_class-options-new_d-label = D (ចាប់ពីថ្ងៃទី 1/1/2025)
gplx_class-options-new_be-label = BE (ចាប់ពីថ្ងៃទី 1/1/2025)
gplx_class-options-new_c1e-label = C1E (ចាប់ពីថ្ងៃទី 1/1/2025)
gplx_class-options-new_ce-label = CE (ចាប់ពីថ្ងៃទី 1/1/2025)
gplx_class-options-new_d1e-label = D1E (ចាប់ពីថ្ងៃទី 1/1/2025)
gplx_class-options-new_d2e-label = D2E (ចាប់ពីថ្ងៃទី 1/1/2025)
gplx_class-options-new_de-label = DE (ចាប់ពីថ្ងៃទី 1/1/2025)
gplx_issued-label = ថ្ងៃចេញប័ណ្ណ
gplx_issued-hint = ឧទាហរណ៍ 27 3 2019
gplx_issued-checks-1-message = ថ្ងៃចេញប័ណ្ណត្រូវនៅក្រោយថ្ងៃខែឆ្នាំកំណើត។ សូមពិនិត្យឆ្នាំចេញប័ណ្ណឡើងវិញ។
gplx_expiry-label = ថ្ងៃផុតសុពលភាព
gplx_expiry-hint = ឧទាហរណ៍ 27 3 2029។ បើលើប័ណ្ណសរសេរថាគ្មានកំណត់ (không thời hạn) សូមទុកឱ្យទទេ
gplx_expiry-why = បើប័ណ្ណបើកបរផុតសុពលភាពហើយ អាចត្រូវប្រឡងឡើងវិញ។
gplx_expiry-checks-1-message = ថ្ងៃផុតសុពលភាពត្រូវនៅក្រោយថ្ងៃចេញប័ណ្ណ។ សូមពិនិត្យថ្ងៃទាំងពីរឡើងវិញ។
gplx_by-label = កន្លែងចេញប័ណ្ណ
gplx_by-hint = ឧទាហរណ៍ Sở Giao thông vận tải Nghệ An
suspended-label = តើអ្នកកំពុងត្រូវបានដកសិទ្ធិប្រើប័ណ្ណបើកបរមែនទេ?
suspended-hint = មានន័យថា មានសេចក្ដីសម្រេចពិន័យ ហាមអ្នកបើកបរក្នុងរយៈពេលមួយ
suspended-why = បើមាន អ្នកត្រូវដាក់សេចក្ដីសម្រេចពិន័យបន្ថែម។
suspended-missing = សូមប្រាប់ថា កំពុងត្រូវបានដកសិទ្ធិប្រើប័ណ្ណបើកបរឬទេ

## Giấy phép đã hết hạn

expired-title = ប័ណ្ណបើកបរផុតសុពលភាពហើយ
expired-body = “ថ្ងៃផុតសុពលភាព” ដែលអ្នកបានបញ្ចូល បានកន្លងហួសហើយ។
expired_info-label = អ្នកអាចត្រូវប្រឡងឡើងវិញ មុនពេលប្ដូរបាន។ សូមសួរការិយាល័យនគរបាលចរាចរណ៍ មុនពេលផ្ញើសំណុំឯកសារ។ អ្នកនៅតែអាចបំពេញបន្តបាន។
expired_info-help = តាមទំព័រណែនាំរបស់ខេត្ត Nghệ An ប័ណ្ណបើកបររថយន្តដែលផុតសុពលភាព ទោះតែមួយថ្ងៃ ក៏ត្រូវប្រឡងទ្រឹស្ដីឡើងវិញ។ បើផុតយូរជាងនេះ ត្រូវប្រឡងផ្នែកច្រើនជាង។ ចំណុចនេះមិនទាន់បានប្រៀបធៀបជាមួយសារាចរ 108/2026/TT-BCA ទេ។

## Đề nghị đổi

exchange-title = សំណើសុំប្ដូរ
reason-label = មូលហេតុប្ដូរ
reason-missing = សូមជ្រើសរើសមូលហេតុប្ដូរ
reason-options-expiring-label = ជិតផុត ឬផុតសុពលភាពហើយ
reason-options-damaged-label = ខូច
reason-options-wrong_information-label = ព័ត៌មានខុស
reason-options-paper_to_pet-label = ប្ដូរពីក្រដាសទៅប័ណ្ណជ័រ (PET)
reason-options-split-label = បំបែកប័ណ្ណបើកបររួម
reason-options-split-hint = បំបែកប័ណ្ណបើកបរដែលសរសេរច្រើនប្រភេទរួមគ្នា
reason-options-other-label = ផ្សេងៗ
reason_other-missing = សូមសរសេរមូលហេតុសុំប្ដូរ
reason_other-label = សរសេរមូលហេតុឱ្យច្បាស់
reason_other-hint = យ៉ាងច្រើន 300 តួអក្សរ
want_class-missing = សូមជ្រើសរើសប្រភេទដែលចង់ប្ដូរទៅ
want_class-label = ប្រភេទដែលសុំប្ដូរទៅ
want_class-hint = មានតែប្រភេទដែលត្រូវនឹងប្រភេទលើប័ណ្ណបើកបររបស់អ្នក
want_class-help = ប្រភេទនៅទីនេះជាប្រភេទចាប់ពីថ្ងៃទី 1/1/2025។ នៅទីនេះអាចជ្រើសរើសបានតែមួយប្រភេទ។ បើប័ណ្ណបើកបរសរសេរច្រើនប្រភេទ សូមសួរស្ថាប័ននគរបាលថា ប្រភេទដែលនៅសល់ប្ដូរយ៉ាងណា។
want_class-options-a1-label = A1
want_class-options-a1-hint = ម៉ូតូដល់ 125 cm³ ឬដល់ 11 kW
want_class-options-a_limited-label = A សម្រាប់តែយានយន្តក្រោម 175 cm³ ឬក្រោម 14 kW
want_class-options-a_limited-hint = សម្រាប់ប្រភេទ A1 តាមច្បាប់ចាស់ និងប្រភេទ A ដែលសរសេរដែនកំណត់នេះ
want_class-options-a-label = A
want_class-options-b1-label = B1
want_class-options-b1-hint = យានកង់បី
want_class-options-b_auto-label = B សម្រាប់តែយានយន្តលេខស្វ័យប្រវត្តិ
want_class-options-b_auto-hint = សម្រាប់ប្រភេទ B1 លេខស្វ័យប្រវត្តិតាមច្បាប់ចាស់ និងប្រភេទ B ដែលសរសេរដែនកំណត់នេះ
want_class-options-b-label = B
want_class-options-c1-label = C1
want_class-options-c-label = C
want_class-options-d1-label = D1
want_class-options-d2-label = D2
want_class-options-d2-hint = ប្រភេទ D តាមច្បាប់ចាស់ប្ដូរទៅប្រភេទនេះ
want_class-options-d-label = D
want_class-options-d-hint = ប្រភេទ E តាមច្បាប់ចាស់ប្ដូរទៅប្រភេទនេះ
want_class-options-be-label = BE
want_class-options-c1e-label = C1E
want_class-options-ce-label = CE
want_class-options-d1e-label = D1E
want_class-options-d2e-label = D2E
want_class-options-de-label = DE
want_class-options-special-label = វិញ្ញាបនបត្រសម្រាប់អ្នកបើកគ្រឿងចក្រពិសេស (xe máy chuyên dùng)
want_class-options-special-hint = ប្រភេទ A4 តាមច្បាប់ចាស់ប្ដូរទៅវិញ្ញាបនបត្រនេះ

## Nơi đã học lái xe

training-title = កន្លែងដែលបានរៀនបើកបរ
training-body = បើមិនចាំ សូមទុកឱ្យទទេ ហើយបន្ត។
learned_at-label = បានរៀនបើកបរនៅ
learned_at-hint = បញ្ចូលឈ្មោះសាលា ឬមជ្ឈមណ្ឌល
learned_year-label = ឆ្នាំរៀនបើកបរ
learned_year-hint = ឧទាហរណ៍ 2012
learned_year-checks-1-message = ឆ្នាំរៀនបើកបរត្រូវនៅក្រោយឆ្នាំកំណើត។

## Giấy khám sức khỏe

health-title = លិខិតពិនិត្យសុខភាព
health-body = ប្រភេទប័ណ្ណបើកបររបស់អ្នក ត្រូវការលិខិតពិនិត្យសុខភាពរបស់អ្នកបើកបរ។
hc_kind-label = ប្រភេទលិខិតពិនិត្យសុខភាព
hc_kind-options-electronic-label = លិខិតអេឡិចត្រូនិក
hc_kind-options-electronic-hint = កន្លែងពិនិត្យសុខភាពបានផ្ញើលទ្ធផលទៅប្រព័ន្ធ ហើយឱ្យលេខកូដដល់អ្នក
hc_kind-options-paper-label = លិខិតក្រដាស
hc_code-label = លេខកូដលិខិតពិនិត្យសុខភាពអេឡិចត្រូនិក
hc_code-hint = បញ្ចូលលេខកូដឱ្យត្រូវ ដូចកន្លែងពិនិត្យសុខភាពឱ្យអ្នក
hc_date-label = ថ្ងៃពិនិត្យសុខភាព
hc_date-hint = ឧទាហរណ៍ 27 10 2026
hc_date-help = លិខិតពិនិត្យសុខភាពលើស 12 ខែ អាចមិនត្រូវបានទទួល។ វិធាននេះមិនទាន់បានពិនិត្យឡើងវិញទេ ដូច្នេះគួរសួរស្ថាប័ននគរបាល មុនពេលផ្ញើ។
hc_clinic-label = កន្លែងពិនិត្យសុខភាព
hc_clinic-hint = បញ្ចូលឈ្មោះមន្ទីរពេទ្យ ឬគ្លីនិក
hc_clinic-why = សំណុំឯកសារអាចត្រូវបានបដិសេធ បើកន្លែងពិនិត្យសុខភាពគ្មានការអនុញ្ញាតឱ្យចេញលិខិតនេះ។

## Giấy tờ kèm theo

documents-title = ក្រដាសស្នាមភ្ជាប់មកជាមួយ
documents-body = សូមដាក់ក្រដាសស្នាមលើផ្ទៃរាបស្មើ នៅកន្លែងមានពន្លឺគ្រប់គ្រាន់។ ថតឱ្យឃើញអក្សរច្បាស់ និងជ្រុងទាំងបួន។
f_photo-label = រូបថតមុខ
f_photo-hint = ថតចំពីមុខ ឃើញមុខច្បាស់ មានពន្លឺគ្រប់គ្រាន់
f_gplx_front-label = ប័ណ្ណបើកបរ ផ្នែកខាងមុខ
f_gplx_front-help = បើកំពុងត្រូវបានហាមបើកបរ (ដកសិទ្ធិប្រើប័ណ្ណបើកបរ) ហើយមិនមានប័ណ្ណនៅនឹងដៃ សូមទុកឱ្យទទេ។
f_gplx_back-label = ប័ណ្ណបើកបរ ផ្នែកខាងក្រោយ
f_id_front-label = អត្តសញ្ញាណប័ណ្ណ ផ្នែកខាងមុខ
f_id_back-label = អត្តសញ្ញាណប័ណ្ណ ផ្នែកខាងក្រោយ
f_health-label = លិខិតពិនិត្យសុខភាព
f_health-hint = ថតគ្រប់ទំព័រដែលមានលទ្ធផល និងត្រា
f_passport-label = លិខិតឆ្លងដែន
f_passport-hint = ថតទំព័រដែលមានរូបថត
f_penalty-label = សេចក្ដីសម្រេចពិន័យ
f_penalty-hint = ថតគ្រប់ទំព័រ

ok_true-label = ខ្ញុំសូមធានាអះអាងថា ព័ត៌មានខាងលើពិតជាត្រឹមត្រូវ ហើយខ្ញុំទទួលខុសត្រូវចំពោះមុខច្បាប់
