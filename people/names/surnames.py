"""Chinese surnames, which tell where 张德江 is parted (pure)."""

from people.names.chinese import syllables_of

# The commonest by the Ministry of Public Security's report on names of 2020, Hui surnames among
# them, and the compound ones; each also as it is written in traditional characters.
CHINESE = frozenset(
    "王 李 张 張 刘 劉 陈 陳 杨 楊 黄 黃 赵 趙 吴 吳 周 徐 孙 孫 马 馬 朱 胡 郭 何 林 高 罗 羅 "
    "郑 鄭 梁 谢 謝 宋 唐 许 許 邓 鄧 冯 馮 韩 韓 曹 曾 彭 萧 肖 蔡 潘 田 董 袁 于 余 叶 葉 蒋 "
    "蔣 杜 苏 蘇 魏 程 吕 呂 丁 沈 任 姚 卢 盧 傅 钟 鐘 姜 崔 谭 譚 廖 范 汪 陆 陸 金 石 戴 贾 "
    "賈 韦 韋 夏 邱 方 侯 邹 鄒 熊 孟 秦 白 江 阎 閻 薛 尹 段 雷 黎 史 龙 龍 陶 贺 賀 顾 顧 毛 "
    "郝 龚 龔 邵 万 萬 钱 錢 严 嚴 覃 武 戴 莫 孔 向 汤 湯 温 溫 康 施 文 牛 樊 葛 邢 安 齐 齊 "
    "易 乔 喬 伍 庞 龐 颜 顏 倪 庄 莊 聂 聶 章 鲁 魯 岳 翟 殷 詹 申 欧 耿 关 關 兰 蘭 焦 俞 左 "
    "柳 甘 祝 包 宁 寧 尚 符 舒 阮 柯 纪 紀 梅 童 凌 毕 畢 单 單 季 裴 霍 涂 成 苗 谷 盛 曲 翁 "
    "冉 骆 駱 蓝 藍 路 游 辛 靳 管 柴 蒙 鲍 鮑 华 華 喻 祁 蒲 房 滕 屈 饶 饒 解 牟 艾 尤 阳 时 "
    "穆 农 司 卓 古 吉 缪 简 车 項 项 连 芦 麦 褚 娄 窦 戚 岑 景 党 宫 费 卜 冷 晏 席 卫 米 柏 "
    "宗 瞿 桂 全 佟 应 臧 闵 苟 邬 边 卞 姬 师 和 仇 栾 隋 商 刁 沙 荣 巫 寇 桑 郎 甄 丛 仲 虞 "
    "敖 巩 明 佘 池 查 麻 苑 "
    "欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 慕容 夏侯 皇甫 令狐 尉迟 东方".split()
)
# The same as they sound, without tones: "zhang", "ouyang".
CHINESE_SYLLABLES = frozenset("".join(syllables_of(surname)) for surname in CHINESE)
