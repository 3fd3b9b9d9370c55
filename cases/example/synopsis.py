"""Our own telling of what one report says about 27 March 2023; every passage cited is from here."""

TEXT = """\
What follows is Tizim's own account of a single news report by RFE/RL, and it adds nothing to it. \
The report gives a year only for the sentence; that its other days belong to 2023 follows from \
when it appeared. AFP contributed to it.

Outside China's consulate in Almaty, people gathered on 27 March and asked that members of their \
families be let go from Xinjiang. After that, and still on 27 March, police in Almaty took \
three of those who had come, all of them described as Kazakh activists. The word \
"Kazakh" is not explained: it may mean their ethnicity or their citizenship.

The three are Nurzat Yermekbay, Zauatkhan Tursyn and Akikat Kaliolla. They were brought to the \
department that the police keep in Medeu district. RFE/RL has this from Baibolat Kunbolatuly, an \
activist himself. He is a son of Zauatkhan Tursyn. By his account the three spent several hours \
there and could then go, with no charge brought. Whether he was present is not said.

Officials said nothing about it. RFE/RL telephoned the police department and nobody picked up.

A video that Akikat Kaliolla put on Facebook is presented as showing the people of the gathering \
with police walking behind; the report does not vouch for it.

Almakhan Myrzan was in the gathering too, and nothing says that she was taken. She carried a \
picture of her brother Baqytkhan Myrzan, a religious researcher. Earlier in March he had died as \
a prisoner, in a penal institution somewhere in Xinjiang that is not named. The cause is not \
given. She blamed the authorities for it in harsh words. On 9 March she had told RFE/RL that the \
news of his death was true.

In 2018 a prison term of 14 years had been imposed on him. What he is said to have done is to \
carry out a Muslim rite at a religious gathering. Neither the court nor the charge is \
given.

She also told how his family had tried to get him out: kin of his on both sides of the border, in \
China and in Kazakhstan, asked that he be let go on account of his health, in words that describe \
no illness. The authorities of Xinjiang, she said, paid no heed.

Almakhan Myrzan is one of dozens of picketers. They had kept it up for over two years by then, in \
front of China's embassy in Astana and its consulate in Almaty. What they want is freedom for \
family members who are kept in correctional institutions in China.

While this went on in Almaty, Qasym-Zhomart Toqaev, President of Kazakhstan, was receiving a \
guest in Astana. On 27 March he met Ma Xingrui, secretary of the Communist Party in Xinjiang. The \
report's photograph has Ma on the left side and Toqaev on the right. According to the president's \
office Toqaev spoke of "eternal friendship" with China. Ma called Kazakhstan a "priority area" for \
working together. Ten days before that visit, Kazakhstan's ambassador to China, Shakhrat \
Nuryshev, had travelled to Xinjiang and spoken with Ma.

To families who ask for their relatives the authorities of Kazakhstan answer that this is China's \
own business. Their applications, it is said, go "through diplomatic channels". China's \
government says that its facilities are no internment camps and that it acts against terrorism.

As background, the report recalls that people who got out of Xinjiang speak of forced \
"political indoctrination" in these places. Uyghurs, Kazakhs, Kyrgyz and others native to the \
region have been put there. About 1.5 million inhabitants of Xinjiang are Kazakhs by ethnicity; \
the figure counts inhabitants and nobody who was held.
"""
