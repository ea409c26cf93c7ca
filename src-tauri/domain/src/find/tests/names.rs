//! Names of Han characters: in either script, read aloud, abbreviated, half converted by an input method.

use super::*;

/// Asserts that every query finds the name.
fn all_find(name: &str, queries: &[&str]) {
    for query in queries {
        assert!(finds_name(query, name), "{query} finds {name}");
    }
}

/// Asserts that no query finds the name.
fn none_finds(name: &str, queries: &[&str]) {
    for query in queries {
        assert!(!finds_name(query, name), "{query} does not find {name}");
    }
}

#[test]
fn simplified_finds_traditional_and_traditional_finds_simplified() {
    for (traditional, simplified) in [
        ("張偉", "张伟"),
        ("歐陽鋒", "欧阳锋"),
        ("錢鍾書", "钱钟书"),
        ("葉麗儀", "叶丽仪"),
        ("蕭乾", "萧乾"),
        ("鄧麗君", "邓丽君"),
    ] {
        assert!(finds_name(traditional, simplified), "{traditional}");
        assert!(finds_name(simplified, traditional), "{simplified}");
    }
}

#[test]
fn a_name_is_found_by_each_of_its_characters_and_by_neighbours() {
    all_find(
        "张三丰",
        &["张", "三", "丰", "张三", "三丰", "张三丰", "张 丰", "丰 张"],
    );
    none_finds("张三丰", &["李", "三张", "张丰", "张三丰丰", "张 李"]);
    all_find("阿里木·买买提", &["里木买买", "阿里木·买买提", "买买提"]);
}

#[test]
fn pinyin_finds_from_the_first_letter_on() {
    let spelled = "zhangsanfeng";
    for end in 1..=spelled.len() {
        all_find("张三丰", &[&spelled[..end]]);
    }
    none_finds("张三丰", &["zhangsi", "zan", "hang", "zhangsanfengg"]);
}

#[test]
fn initials_find() {
    all_find("张三丰", &["zs", "zsf", "ZSF", "z s f", "zhsf", "zhsanf"]);
    none_finds("张三丰", &["zf", "zsl", "fs"]);
}

#[test]
fn initials_and_syllables_mix() {
    all_find(
        "张三丰",
        &["zhangsf", "zsanf", "zsfeng", "zhangsfeng", "zsanfeng"],
    );
    none_finds("张三丰", &["zhangsl", "lsanf", "zhangff"]);
}

#[test]
fn a_given_name_alone_finds_from_its_first_syllable_on() {
    all_find("李小明", &["xiaoming", "xiaom", "xiao", "xm", "小m"]);
    all_find("司马相如", &["xiangru", "xr"]);
    all_find("阿里木·买买提", &["maimaiti", "mmt"]);
    none_finds("李小明", &["xia", "ming"]);
}

#[test]
fn a_character_of_several_readings_is_found_by_each() {
    for (name, readings) in [
        ("曾国藩", ["zengguofan", "cengguofan"]),
        ("单雄信", ["shanxiongxin", "danxiongxin"]),
        ("仇和", ["qiuhe", "chouhe"]),
        ("解珍", ["xiezhen", "jiezhen"]),
        ("朴树", ["piaoshu", "pushu"]),
        ("任贤齐", ["renxianqi", "rxq"]),
        ("查良镛", ["zhaliangyong", "chaliangyong"]),
        ("区明", ["ouming", "quming"]),
        ("翟天临", ["zhaitianlin", "ditianlin"]),
        ("盖聂", ["genie", "gainie"]),
        ("王重庆", ["wangchongqing", "wangzhongqing"]),
        ("李长乐", ["lichangle", "lizhangle"]),
        ("李长乐", ["lichangyue", "changyue"]),
        ("张晓曾", ["zhangxiaozeng", "zhangxiaoceng"]),
        ("陈行", ["chenhang", "chenxing"]),
        ("吴单", ["wudan", "wushan"]),
        ("周传", ["zhouchuan", "zhouzhuan"]),
    ] {
        all_find(name, &readings);
    }
    all_find("曾国藩", &["zgf", "cgf", "zengg", "zeng"]);
    all_find("单雄信", &["sxx", "dxx"]);
    all_find("王重庆", &["wcq", "wzq", "chongqing", "zhongqing"]);
}

#[test]
fn a_reading_that_no_family_uses_finds_nobody() {
    none_finds("王芳", &["yufang", "yu"]);
    none_finds("方正", &["pangzheng"]);
}

#[test]
fn a_surname_of_two_characters_is_one_surname() {
    all_find(
        "欧阳修",
        &[
            "欧阳",
            "欧",
            "ouyang",
            "ouyangx",
            "ouyangxiu",
            "ou",
            "oy",
            "oyx",
            "oyxiu",
            "xiu",
            "ou yang xiu",
            "歐陽",
        ],
    );
    none_finds("欧阳修", &["yangxiu", "yx"]);
    all_find("諸葛亮", &["zhugeliang", "zgl", "诸葛", "liang"]);
    all_find("尉迟恭", &["yuchigong", "ycg"]);
    all_find("长孙无忌", &["zhangsunwuji", "zswj", "wuji"]);
    all_find("万俟卨", &["moqi", "mq"]);
}

#[test]
fn pinyin_may_have_spaces_and_apostrophes() {
    all_find(
        "张三丰",
        &[
            "zhang san feng",
            "zhang'san'feng",
            "zhang’san’f",
            "zhang sf",
            "z san feng",
            "  zhang  san",
        ],
    );
    all_find("西安", &["xi'an", "xi an", "xian", "xi'a"]);
    none_finds("张三丰", &["zhang li", "zhang'si"]);
}

#[test]
fn what_an_input_method_has_half_converted_finds() {
    all_find(
        "张三丰",
        &[
            "张s",
            "张sa",
            "张san",
            "张sanf",
            "张sf",
            "张三f",
            "张三feng",
            "張san",
            "张 s",
            "张 san",
            "张san f",
            "张san feng",
            "张三 feng",
            "张san'feng",
        ],
    );
    all_find("欧阳锋", &["欧阳f", "歐陽feng", "欧yangfeng"]);
    all_find("单雄信", &["单x", "单xiong"]);
    none_finds("张三丰", &["张li", "李san", "张三l", "张san li"]);
}

#[test]
fn the_u_of_lv_is_typed_as_v_or_u_or_with_its_dots() {
    all_find("吕布", &["lvbu", "lubu", "lü bu", "LÜ"]);
    all_find("李绿", &["lilv", "lilu"]);
}

#[test]
fn a_name_and_digits_of_the_phone_narrow_down_together() {
    for query in [
        "zs8000",
        "ZS8000",
        "zs 8000",
        "8000 zs",
        "8000zs",
        "zsf138",
        "zhangsan8000",
        "zhangsan 8000",
        "张8000",
        "张三8000",
        "张 138",
        "张三丰 13800138000",
        "138 张",
        "张san8000",
        "张s8000",
        "张 s 8000",
    ] {
        assert!(zhang(query), "{query}");
    }
    for query in ["zs8008", "ls8000", "李8000", "张 139", "张l8000"] {
        assert!(!zhang(query), "{query}");
    }
}

#[test]
fn digits_too_few_to_narrow_down_do_not_hide_the_name() {
    for query in ["zs8", "zs80", "张 8", "张8", "zhangsan 80"] {
        assert!(zhang(query), "{query}");
    }
}

#[test]
fn former_names_and_contacts_find_too() {
    let names = Findable {
        names: &["王芳", "王小芳", "Anna"],
        ..Findable::default()
    };
    for query in ["王芳", "wangxiaofang", "anna"] {
        assert!(finds(query, &names), "{query}");
    }
}
