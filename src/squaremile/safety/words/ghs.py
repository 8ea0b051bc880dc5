"""Words of the Globally Harmonized System: pictograms, signal words and names of hazard classes."""

from squaremile.kernel.words import Text, refusal

PICTOGRAMS = {
    "GHS01": Text(ko="폭발하는 폭탄", en="Exploding bomb"), "GHS02": Text(ko="불꽃", en="Flame"),
    "GHS03": Text(ko="원 위의 불꽃", en="Flame over circle"), "GHS04": Text(ko="가스 실린더", en="Gas cylinder"),
    "GHS05": Text(ko="부식성", en="Corrosion"), "GHS06": Text(ko="해골과 X자형 뼈", en="Skull and crossbones"),
    "GHS07": Text(ko="감탄부호", en="Exclamation mark"), "GHS08": Text(ko="건강 유해성", en="Health hazard"),
    "GHS09": Text(ko="환경", en="Environment"),
}  # fmt: skip
SIGNALS = {"danger": Text(ko="위험", en="Danger"), "warning": Text(ko="경고", en="Warning")}
CLASSES = {
    "Unst. Expl.": Text(ko="불안정한 폭발성 물질", en="Unstable explosive"), "Expl.": Text(ko="폭발성 물질", en="Explosive"),
    "Desen. Expl.": Text(ko="둔감화된 폭발성 물질", en="Desensitised explosive"),
    "Flam. Gas": Text(ko="인화성 가스", en="Flammable gas"), "Aerosol": Text(ko="에어로졸", en="Aerosol"),
    "Ox. Gas": Text(ko="산화성 가스", en="Oxidising gas"), "Press. Gas": Text(ko="고압가스", en="Gas under pressure"),
    "Flam. Liq.": Text(ko="인화성 액체", en="Flammable liquid"), "Flam. Sol.": Text(ko="인화성 고체", en="Flammable solid"),
    "Self-react.": Text(ko="자기반응성 물질", en="Self-reactive"), "Pyr. Liq.": Text(ko="자연발화성 액체", en="Pyrophoric liquid"),
    "Pyr. Sol.": Text(ko="자연발화성 고체", en="Pyrophoric solid"), "Self-heat.": Text(ko="자기발열성 물질", en="Self-heating"),
    "Water-react.": Text(ko="물반응성 물질", en="Emits flammable gas with water"),
    "Ox. Liq.": Text(ko="산화성 액체", en="Oxidising liquid"), "Ox. Sol.": Text(ko="산화성 고체", en="Oxidising solid"),
    "Org. Perox.": Text(ko="유기과산화물", en="Organic peroxide"), "Met. Corr.": Text(ko="금속 부식성", en="Corrosive to metals"),
    "Acute Tox.": Text(ko="급성 독성", en="Acute toxicity"), "Skin Corr.": Text(ko="피부 부식성", en="Skin corrosion"),
    "Skin Irrit.": Text(ko="피부 자극성", en="Skin irritation"), "Eye Dam.": Text(ko="심한 눈 손상성", en="Serious eye damage"),
    "Eye Irrit.": Text(ko="눈 자극성", en="Eye irritation"), "Resp. Sens.": Text(ko="호흡기 과민성", en="Respiratory sensitisation"),
    "Skin Sens.": Text(ko="피부 과민성", en="Skin sensitisation"), "Muta.": Text(ko="생식세포 변이원성", en="Germ cell mutagenicity"),
    "Carc.": Text(ko="발암성", en="Carcinogenicity"), "Repr.": Text(ko="생식독성", en="Reproductive toxicity"),
    "Lact.": Text(ko="생식독성(수유)", en="Effects via lactation"),
    "STOT SE": Text(ko="특정표적장기 독성(1회 노출)", en="Specific target organ toxicity, single exposure"),
    "STOT RE": Text(ko="특정표적장기 독성(반복 노출)", en="Specific target organ toxicity, repeated exposure"),
    "Asp. Tox.": Text(ko="흡인 유해성", en="Aspiration hazard"),
    "Aquatic Acute": Text(ko="급성 수생환경 유해성", en="Acute aquatic hazard"),
    "Aquatic Chronic": Text(ko="만성 수생환경 유해성", en="Chronic aquatic hazard"),
    "Ozone": Text(ko="오존층 유해성", en="Hazardous to the ozone layer"),
}  # fmt: skip
CATEGORY = Text(ko="{name} 구분 {category}", en="{name}, category {category}")
KR_BEFORE = {
    "toxic": Text(ko="유독물질", en="Toxic substance"), "permitted": Text(ko="허가물질", en="Substance subject to permission"),
    "restricted": Text(ko="제한물질", en="Restricted substance"), "prohibited": Text(ko="금지물질", en="Prohibited substance"),
    "accident": Text(ko="사고대비물질", en="Substance requiring preparation for accidents"),
}  # fmt: skip
"""Classes of the Korean chemicals act until 6 August 2025."""
KR_SINCE = {
    "acute-human": Text(ko="인체급성유해성물질", en="Acutely harmful to humans"),
    "chronic-human": Text(ko="인체만성유해성물질", en="Chronically harmful to humans"),
    "ecological": Text(ko="생태유해성물질", en="Harmful to ecosystems"),
    **{code: KR_BEFORE[code] for code in ("permitted", "restricted", "prohibited", "accident")},
}
"""Classes since 7 August 2025, when toxic substances were parted into three."""

LABEL_UNSOUND = refusal(
    "safety.label_unsound", ko="{wrong:은는} H문구나 P문구의 번호가 아닙니다.", en="{wrong} is no code of a hazard or precautionary statement.",
    do_ko="H225, P305+P351+P338처럼 적고 쉼표로 나누십시오.", do_en="Write codes such as H225 or P305+P351+P338, separated by commas.")
LABEL_CHOICE = refusal(
    "safety.label_choice", ko="신호어나 그림문자가 GHS에 없는 것입니다.", en="GHS has no such signal word or pictogram.",
    do_ko="위험, 경고와 그림문자 아홉 가지 가운데서 고르십시오.", do_en="Choose danger or warning, and from the nine pictograms.")
SHEET_UNSOUND = refusal(
    "safety.sheet_unsound", ko="물질안전보건자료에는 파일이나 주소, 언어, 개정일이 있어야 합니다.",
    en="A safety data sheet has a file or an address, a language and the day of its revision.",
    do_ko="빠진 것을 적으십시오. 개정일은 오늘보다 뒤일 수 없습니다.", do_en="Fill in what is missing; a revision is not of a day to come.")
SHEET_OTHERS = refusal(
    "safety.sheet_others", ko="그 파일은 이 자료와 같은 회사의 것이 아닙니다.", en="The file is not the same company's as the sheet.",
    do_ko="파일을 다시 올리십시오.", do_en="Upload the file again.")
LANGUAGES = {"ko": Text(ko="한국어", en="Korean"), "en": Text(ko="영어", en="English"), "other": Text(ko="다른 언어", en="Another language")}
