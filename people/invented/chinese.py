"""Han and Hui names: characters with their pinyin, family names by how common, given syllables."""

# Character and pinyin; a third field is the traditional form where it differs.
_READINGS = """
王wang 李li 张zhang張 刘liu劉 陈chen陳 杨yang楊 赵zhao趙 黄huang黃 周zhou 吴wu吳 徐xu 孙sun孫
胡hu 朱zhu 高gao 林lin 何he 郭guo 马ma馬 罗luo羅 梁liang 宋song 郑zheng鄭 谢xie謝 韩han韓 唐tang
冯feng馮 于yu 董dong 萧xiao蕭 程cheng 曹cao 袁yuan 邓deng鄧 许xu許 傅fu 沈shen 曾zeng 彭peng
吕lv呂 苏su蘇 卢lu盧 蒋jiang蔣 蔡cai 贾jia賈 丁ding 魏wei 薛xue 叶ye葉 阎yan閻 余yu 潘pan 杜du
戴dai 夏xia 钟zhong鍾 汪wang 田tian 任ren 姜jiang 范fan 方fang 石shi 姚yao 谭tan譚 廖liao
邹zou鄒 熊xiong 金jin 陆lu陸 郝hao 孔kong 白bai 崔cui 康kang 毛mao 邱qiu 秦qin 江jiang 史shi
顾gu顧 侯hou 邵shao 孟meng 龙long龍 万wan萬 段duan 雷lei 钱qian錢 汤tang湯 尹yin 黎li 易yi
常chang 武wu 乔qiao喬 贺he賀 赖lai賴 龚gong龔 文wen 穆mu 撒sa 哈ha 沙sha 纳na納 洪hong 海hai
虎hu 妥tuo 铁tie鐵 买mai買 冶ye 伏fu 伟wei偉 芳fang 娜na 敏min 静jing靜 秀xiu 娟juan 英ying
华hua華 慧hui 巧qiao 美mei 玉yu 兰lan蘭 平ping 刚gang剛 桂gui 建jian 国guo國 明ming 志zhi
强qiang強 军jun軍 杰jie傑 涛tao濤 超chao 勇yong 艳yan艷 霞xia 红hong紅 丽li麗 春chun 梅mei 燕yan
波bo 斌bin 辉hui輝 鹏peng鵬 飞fei飛 宇yu 浩hao 凯kai凱 健jian 俊jun 帆fan 雪xue 琳lin 洁jie潔
晓xiao曉 小xiao 新xin 永yong 生sheng 福fu 忠zhong 成cheng 东dong東 德de 全quan 兴xing興 学xue學
义yi義 清qing 成cheng 莉li 萍ping 玲ling 桃tao 云yun雲 凤feng鳳 香xiang 月yue 花hua 莲lian蓮
淑shu 珍zhen 素su 翠cui 雅ya 倩qian 婷ting 博bo 文wen 天tian 宝bao寶 庆qing慶 长chang長 振zhen
光guang 世shi 正zheng 少shao 景jing 立li 克ke 启qi啟 良liang 林lin 森sen 根gen 维wei維 思si 子zi
梓zi 雨yu 佳jia 欣xin 怡yi 诗shi詩 嘉jia 晨chen 阳yang陽 昊hao 然ran 轩xuan軒 泽ze澤 龙long龍
虎hu 山shan 海hai 川chuan 江jiang 河he 民min 安an 康kang 富fu 贵gui貴 財cai 财cai財 有you 守shou
占zhan 彦yan彥 耀yao 荣rong榮 昌chang 盛sheng 发fa發 达da達 权quan權 法fa 吉ji 祥xiang 瑞rui
乐le樂 喜xi 双shuang雙 会hui會
""".split()
PINYIN = {one[0]: "".join(c for c in one[1:] if c.isascii()) for one in _READINGS}
TRADITIONAL = {one[0]: one[-1] for one in _READINGS if not one[-1].isascii()}

HAN_FAMILIES = """
王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁
魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文
"""
HUI_FAMILIES = "马杨王李张白丁沙哈穆金撒纳买海虎妥铁冶伏洪兰田苏罗陈刘韩何康石"
MEN_GIVEN = """
伟国军明志强建华杰涛超勇波斌辉鹏飞宇浩凯健俊新永生福忠成东德全兴学义清博文天宝庆长振光世正少
景立克启良林森根维思子昊泽龙虎山海川江民安康富贵财有守占彦耀荣昌盛发达权法吉祥瑞晓小平刚晨阳然轩"""
WOMEN_GIVEN = """
芳娜敏静秀娟英慧巧美玉兰桂艳霞红丽春梅燕雪琳洁晓小莉萍玲桃云凤香月花莲淑珍素翠雅倩婷思子梓
雨佳欣怡诗嘉晨阳瑞乐喜双会清文新华平华建"""
