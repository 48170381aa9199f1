"""Languages are told apart, neighbours too, and passages in another language than their article."""

from pathlib import Path

import pytest

from factcheck.language.detection import detect, detect_passage, rank
from factcheck.language.packs import packs
from factcheck.resources import sample_dossier

TEXTS = [
    ("fa", "نرخ فقر در این استان تا پایان سال به چهار درصد رسید و خانوارهای زیادی از فقر بیرون آمدند."),
    ("ar", "بلغ معدل الفقر في المقاطعة أربعة في المئة في نهاية العام، وخرجت أسر كثيرة من دائرة الفقر."),
    ("ms", "Kadar kemiskinan di wilayah itu menurun kepada empat peratus kerana banyak isi rumah telah dibantu."),
    ("id", "Tingkat kemiskinan di provinsi itu turun menjadi empat persen karena banyak rumah tangga sudah dibantu."),
    ("fr", "Le taux de pauvreté de la province est tombé à quatre pour cent à la fin de l’année."),
    ("vi", "Tỷ lệ hộ nghèo của tỉnh giảm còn bốn phần trăm vào cuối năm nay."),
    ("en", "The poverty rate of the province fell to four percent at the end of the year."),
    ("de", "Die Armutsquote der Provinz sank bis zum Ende des Jahres auf vier Prozent."),
    ("es", "La tasa de pobreza de la provincia bajó al cuatro por ciento a finales del año."),
    ("ru", "Уровень бедности в провинции к концу года снизился до четырёх процентов."),
    ("uk", "Рівень бідності в провінції до кінця року знизився до чотирьох відсотків."),
    ("bg", "Равнището на бедност в областта спадна до четири на сто в края на годината."),
    ("tr", "İldeki yoksulluk oranı yıl sonunda yüzde dörde düştü."),
    ("zh", "到年底，该省的贫困率下降到百分之四。"),
    ("ja", "その省の貧困率は年末までに四パーセントに下がりました。"),
    ("ko", "그 성의 빈곤율은 연말까지 사 퍼센트로 떨어졌다."),
    ("th", "อัตราความยากจนของจังหวัดลดลงเหลือสี่เปอร์เซ็นต์"),
    ("hi", "वर्ष के अंत तक प्रांत की गरीबी दर घटकर चार प्रतिशत हो गई।"),
    ("mr", "वर्षअखेरीस प्रांतातील गरिबीचा दर चार टक्क्यांवर आला आणि अनेक कुटुंबे गरिबीतून बाहेर पडली."),
    ("ne", "वर्षको अन्त्यसम्म प्रदेशको गरिबी दर घटेर चार प्रतिशतमा झरेको छ।"),
    ("ur", "سال کے آخر تک صوبے میں غربت کی شرح چار فیصد رہ گئی۔"),
    ("pt", "A taxa de pobreza da província caiu para quatro por cento no final do ano, e não voltou a subir."),
    ("it", "Il tasso di povertà della provincia è sceso al quattro per cento alla fine dell'anno."),
    ("ro", "Rata sărăciei din provincie a scăzut la patru la sută la sfârșitul anului."),
    ("pl", "Wskaźnik ubóstwa w województwie spadł do czterech procent pod koniec roku."),
    ("cs", "Míra chudoby v kraji klesla na konci roku na čtyři procenta."),
    ("el", "Το ποσοστό φτώχειας στην επαρχία μειώθηκε στο τέσσερα τοις εκατό στο τέλος του έτους."),
    ("nl", "Het armoedecijfer van de provincie daalde aan het einde van het jaar tot vier procent."),
    ("sv", "Andelen fattiga i provinsen sjönk till fyra procent i slutet av året."),
    ("da", "Andelen af fattige i provinsen faldt til fire procent ved årets udgang, og det er meget mindre end før."),
    ("no", "Andelen fattige i provinsen falt til fire prosent ved utgangen av året, og det er mye mindre enn før."),
    ("fi", "Maakunnan köyhyysaste laski neljään prosenttiin vuoden loppuun mennessä."),
    ("hu", "A tartomány szegénységi rátája az év végére négy százalékra csökkent."),
    ("he", "שיעור העוני במחוז ירד לארבעה אחוזים בסוף השנה."),
    ("bn", "বছরের শেষে প্রদেশটির দারিদ্র্যের হার কমে চার শতাংশে নেমেছে।"),
    ("sk", "Miera chudoby v kraji klesla koncom roka na štyri percentá."),
    ("fil", "Bumaba sa apat na porsiyento ang antas ng kahirapan sa lalawigan sa pagtatapos ng taon."),
    ("ta", "ஆண்டு இறுதியில் மாகாணத்தின் வறுமை விகிதம் நான்கு சதவீதமாகக் குறைந்தது."),
    ("hr", "Stopa siromaštva u županiji pala je krajem godine na četiri posto."),
    ("sr", "Стопа сиромаштва у округу пала је на крају године на четири одсто."),
    ("mk", "Стапката на сиромаштија во регионот до крајот на годината падна на четири отсто."),
    ("sl", "Stopnja revščine v pokrajini se je do konca leta znižala na štiri odstotke."),
    ("ca", "La taxa de pobresa de la província va baixar al quatre per cent a finals d'any."),
    ("af", "Die armoedekoers in die provinsie het teen die einde van die jaar tot vier persent gedaal."),
    ("lt", "Skurdo lygis apskrityje metų pabaigoje sumažėjo iki keturių procentų."),
    ("lv", "Nabadzības līmenis reģionā līdz gada beigām samazinājās līdz četriem procentiem."),
    ("et", "Maakonna vaesuse määr langes aasta lõpuks nelja protsendini."),
    ("az", "Vilayətdə yoxsulluq səviyyəsi ilin sonuna dörd faizə enib."),
    ("sw", "Kiwango cha umaskini katika mkoa huo kilishuka hadi asilimia nne mwishoni mwa mwaka."),
]

NEIGHBOURS = [  # one sentence each, of languages that are mistaken for one another
    ("da", "Regeringen vil bruge flere penge på ældreplejen, men kommunerne siger, at det ikke er nok."),
    ("da", "Antallet af arbejdsløse faldt i marts, viser nye tal fra Danmarks Statistik."),
    ("da", "Togene kørte ikke i går på grund af stormen, og mange rejsende måtte vente."),
    ("no", "Regjeringen vil bruke mer penger på eldreomsorgen, men kommunene sier at det ikke er nok."),
    ("no", "Antallet arbeidsledige falt i mars, viser nye tall fra Statistisk sentralbyrå."),
    ("no", "Togene gikk ikke i går på grunn av stormen, og mange reisende måtte vente."),
    ("sv", "Regeringen vill lägga mer pengar på äldreomsorgen, men kommunerna säger att det inte räcker."),
    ("sv", "Antalet arbetslösa sjönk i mars, visar nya siffror från Statistiska centralbyrån."),
    ("sv", "Tågen gick inte i går på grund av stormen, och många resenärer fick vänta."),
    ("lt", "Vyriausybė nori skirti daugiau pinigų ligoninėms, bet savivaldybės sako, kad to nepakanka."),
    ("lt", "Bedarbių skaičius kovą sumažėjo, rodo nauji statistikos duomenys."),
    ("lt", "Rygoje žuvo trys žmonės."),
    ("lv", "Valdība vēlas piešķirt vairāk naudas slimnīcām, bet pašvaldības saka, ka ar to nepietiek."),
    ("lv", "Bezdarbnieku skaits martā samazinājās, liecina jauni statistikas dati."),
    ("lv", "Viļņā gāja bojā trīs cilvēki."),
    ("cs", "Vláda chce dát více peněz na důchody, ale obce říkají, že to nestačí."),
    ("cs", "Počet nezaměstnaných v březnu klesl, ukazují nová čísla úřadu práce."),
    ("sk", "Vláda chce dať viac peňazí na dôchodky, ale obce hovoria, že to nestačí."),
    ("sk", "Počet nezamestnaných v marci klesol, ukazujú nové čísla úradu práce."),
    ("hr", "Vlada želi dati više novca bolnicama, ali općine kažu da to nije dovoljno."),
    ("hr", "Broj nezaposlenih smanjio se u ožujku, pokazuju novi podaci zavoda za statistiku."),
    ("hr", "Poginulo je troje ljudi."),
    ("hr", "Policija je uhitila muškarca."),
    ("sr", "Vlada želi da potroši više novca na bolnice, ali opštine kažu da to nije dovoljno."),
    ("sr", "Stopa siromaštva u okrugu pala je na kraju godine na četiri odsto."),
    ("sr", "Predsednik je rekao da će penzije biti povećane za deset odsto."),
    ("sr", "Влада је рекла да ће пензије бити повећане за десет одсто."),
    ("bs", "Vlada Federacije BiH izdvojila je pet miliona maraka za penzionere u kantonu."),
    ("sl", "Vlada želi bolnišnicam nameniti več denarja, občine pa pravijo, da to ni dovolj."),
    ("sl", "Število brezposelnih se je marca zmanjšalo, kažejo novi podatki statističnega urada."),
    ("sl", "Umrli so trije ljudje."),
    ("sl", "Policija je prijela moškega iz Celja."),
    ("sl", "Izvoz je zrasel za 12 odstotkov."),
    ("hr", "U nesreći je poginuo vozač."),
    ("hr", "Zagreb je dobio novi most."),
    ("sr", "Izvoz je porastao za 12 odsto."),
    ("cs", "Zahynuli tři lidé."),
    ("sk", "Zahynuli traja ľudia."),
    ("pt", "O governo quer gastar mais dinheiro com a saúde, mas as câmaras dizem que não chega."),
    ("pt", "O número de desempregados caiu em março, segundo novos dados do instituto de estatística."),
    ("es", "El gobierno quiere gastar más dinero en sanidad, pero los ayuntamientos dicen que no basta."),
    ("es", "El número de parados bajó en marzo, según los nuevos datos del instituto de estadística."),
    ("gl", "O goberno quere gastar máis cartos en sanidade, pero os concellos din que non chega."),
    ("ca", "El govern vol gastar més diners en sanitat, però els ajuntaments diuen que no n'hi ha prou."),
    ("ca", "El nombre d'aturats va baixar al març, segons les noves dades de l'institut d'estadística."),
    ("ca", "Els trens no van circular ahir per culpa del temporal i molts viatgers van haver d'esperar."),
    ("ca", "El Consell vol gastar més en sanitat, però els municipis diuen que este any no n'hi ha prou."),
    ("ca", "A Mallorca, es preu des lloguers ha tornat a pujar enguany."),
    ("ca", "Hi ha tres morts."),
    ("ca", "Va morir dissabte a l'hospital."),
    ("ca", "L'atur ha baixat."),
    ("ca", "Dues persones ferides en un xoc a l'AP-7."),
    ("es", "Los trenes no circularon ayer por el temporal y muchos viajeros tuvieron que esperar."),
    ("es", "Hay tres muertos."),
    ("es", "El paro ha bajado."),
    ("es", "Dos personas heridas en un choque en la AP-7."),
    ("pt", "Há três mortos."),
    ("fr", "Le gouvernement veut dépenser plus pour les hôpitaux, mais les communes disent que cela ne suffit pas."),
    ("fr", "Il y a trois morts."),
    ("fr", "À Perpignan, le département a voté le budget."),
    ("it", "Il governo vuole spendere di più per gli ospedali, ma i comuni dicono che non basta."),
    ("it", "Ci sono tre morti."),
    ("it", "Una donna è morta all'ospedale di Alghero."),
    ("gl", "A cidade ten máis habitantes ca hai dez anos, segundo o concello."),
    ("oc", "Lo govèrn vòl despensar mai d'argent per la santat, mas las comunas dison qu'es pas pro."),
    ("oc", "Lo nombre de caumaires a demesit en març, segon las donadas novèlas de l'institut."),
    ("uk", "Уряд хоче витратити більше грошей на лікарні, але громади кажуть, що цього замало."),
    ("uk", "Кількість безробітних у березні зменшилася, свідчать нові дані служби статистики."),
    ("ru", "Правительство хочет потратить больше денег на больницы, но регионы говорят, что этого мало."),
    ("ru", "Число безработных в марте снизилось, показывают новые данные службы статистики."),
    ("bg", "Правителството иска да похарчи повече пари за болниците, но общините казват, че не стига."),
    ("bg", "Броят на безработните намаля през март, сочат нови данни на статистиката."),
    ("bg", "Загиналите са трима."),
    ("bg", "Двама души са ранени."),
    ("mk", "Владата сака да потроши повеќе пари за болниците, но општините велат дека тоа не е доволно."),
    ("mk", "Бројот на невработени се намали во март, покажуваат новите податоци."),
    ("mk", "Загинаа тројца."),
    ("mk", "Полицијата уапси маж од Тетово."),
    ("mk", "Температурата достигна 40 степени."),
    ("bg", "Повредени са 12 коли."),
    ("bg", "Шофьор загина при катастрофа."),
    ("sr", "Температура је достигла 40 степени."),
    ("sr", "Полиција је ухапсила мушкарца из Ниша."),
    ("ru", "Экспорт вырос на 12 процентов."),
    ("uk", "Експорт зріс на 12 відсотків."),
    ("sr", "Влада жели да потроши више новца на болнице, али општине кажу да то није довољно."),
    ("sr", "Број незапослених смањио се у марту, показују нови подаци завода за статистику."),
    ("ru", "Погибли двое."),
    ("uk", "Загинули троє людей."),
    ("hi", "सरकार अस्पतालों पर अधिक पैसा खर्च करना चाहती है, लेकिन राज्यों का कहना है कि यह काफी नहीं है।"),
    ("hi", "मार्च में बेरोजगारों की संख्या घट गई, नए आंकड़े बताते हैं।"),
    ("ne", "सरकारले अस्पतालमा थप पैसा खर्च गर्न चाहन्छ, तर स्थानीय तहले यो पर्याप्त छैन भन्छन्।"),
    ("ne", "मार्चमा बेरोजगारको संख्या घटेको नयाँ तथ्यांकले देखाएको छ।"),
    ("mr", "सरकारला रुग्णालयांवर अधिक पैसे खर्च करायचे आहेत, पण महापालिका म्हणतात की ते पुरेसे नाही."),
    ("mr", "मार्चमध्ये बेरोजगारांची संख्या कमी झाली, असे नवीन आकडेवारी सांगते."),
    ("hi", "महाराष्ट्र में सोयाबीन का उत्पादन घटा, मुंबई में भाव बढ़े।"),
    ("hi", "नेपाल में भारी बारिश से 40 लोगों की मौत, काठमांडू में बाढ़।"),
    ("hi", "पुणे में सड़क हादसे में चार की मौत, छह घायल।"),
    ("mr", "पुण्यात अपघातात चार ठार, सहा जखमी."),
    ("mr", "नेपाळमध्ये मुसळधार पावसामुळे ४० जणांचा मृत्यू, काठमांडूत पूर."),
    ("mr", "पाच लाख मतदारांनी मतदान केले."),
    ("ne", "पोखरामा सडक दुर्घटनामा चार जनाको मृत्यु, छ जना घाइते।"),
    ("ne", "भारतमा भारी वर्षाका कारण ४० जनाको मृत्यु, दिल्लीमा बाढी।"),
    ("ne", "पाँच लाख मतदाताले मतदान गरे।"),
    ("fa", "دولت می‌خواهد پول بیشتری برای بیمارستان‌ها خرج کند، اما استان‌ها می‌گویند که کافی نیست."),
    ("fa", "شمار بیکاران در ماه مارس کاهش یافت، آمار تازه نشان می‌دهد."),
    ("ar", "تريد الحكومة إنفاق مزيد من المال على المستشفيات، لكن المحافظات تقول إن ذلك لا يكفي."),
    ("ar", "انخفض عدد العاطلين عن العمل في مارس، وفق بيانات جديدة."),
    ("ur", "حکومت ہسپتالوں پر زیادہ رقم خرچ کرنا چاہتی ہے، لیکن صوبے کہتے ہیں کہ یہ کافی نہیں ہے۔"),
    ("ur", "مارچ میں بے روزگاروں کی تعداد کم ہو گئی، نئے اعداد و شمار بتاتے ہیں۔"),
    (
        "ms",
        "Kerajaan mahu membelanjakan lebih banyak wang untuk hospital, tetapi itu tidak mencukupi.",
    ),
    ("ms", "Bilangan penganggur menurun pada bulan Mac, menurut data baharu Jabatan Perangkaan."),
    ("ms", "Kereta api tidak beroperasi semalam kerana ribut, dan ramai penumpang terpaksa menunggu."),
    (
        "id",
        "Pemerintah ingin membelanjakan lebih banyak uang untuk rumah sakit, tetapi itu tidak cukup.",
    ),
    ("id", "Jumlah penganggur turun pada bulan Maret, menurut data baru Badan Pusat Statistik."),
    ("id", "Kereta tidak beroperasi kemarin karena badai, dan banyak penumpang harus menunggu."),
    ("nl", "De regering wil meer geld uitgeven aan ziekenhuizen, maar de gemeenten zeggen dat het niet genoeg is."),
    ("af", "Die regering wil meer geld aan hospitale bestee, maar die munisipaliteite sê dit is nie genoeg nie."),
    ("af", "Die getal werkloses het in Maart gedaal, toon nuwe syfers van die statistiekdiens."),
    ("af", "Die treine het gister nie geloop nie weens die storm, en baie passasiers moes wag."),
    ("af", "Daar is drie mense dood."),
    ("af", "'n Man is in hegtenis geneem."),
    ("nl", "Het aantal werklozen daalde in maart, blijkt uit nieuwe cijfers."),
    ("nl", "De treinen reden gisteren niet door de storm, en veel reizigers moesten wachten."),
    ("nl", "Er zijn drie doden."),
    ("nl", "Een man is opgepakt."),
    ("nl", "Om 10:45 uur stortte het dak in."),
    ("et", "Valitsus tahab eakate hooldusele rohkem raha anda, kuid omavalitsuste sõnul sellest ei piisa."),
    ("et", "Töötute arv vähenes märtsis, näitavad statistikaameti uued andmed."),
    ("et", "Rongid eile tormi tõttu ei sõitnud ja paljud reisijad pidid ootama."),
    ("et", "Hukkus kolm inimest."),
    ("et", "Mees võeti vahi alla."),
    ("fi", "Hallitus haluaa antaa enemmän rahaa vanhustenhoitoon, mutta kuntien mukaan se ei riitä."),
    ("fi", "Työttömien määrä väheni maaliskuussa, kertovat Tilastokeskuksen uudet tiedot."),
    ("fi", "Junat eivät kulkeneet eilen myrskyn vuoksi, ja monet matkustajat joutuivat odottamaan."),
    ("fi", "Kolme ihmistä kuoli."),
    ("fi", "Mies otettiin kiinni."),
    ("az", "Hökumət xəstəxanalara daha çox pul xərcləmək istəyir, lakin bələdiyyələr bunun kifayət etmədiyini deyir."),
    ("az", "Dövlət Statistika Komitəsinin yeni məlumatlarına görə, mart ayında işsizlərin sayı azalıb."),
    ("az", "Dünən tufan səbəbindən qatarlar hərəkət etməyib və çoxlu sərnişin gözləməli olub."),
    ("az", "Üç nəfər ölüb."),
    ("az", "Bir kişi saxlanılıb."),
    ("tr", "Hükümet hastanelere daha fazla para harcamak istiyor, ancak belediyeler bunun yetmediğini söylüyor."),
    ("tr", "Türkiye İstatistik Kurumu'nun yeni verilerine göre mart ayında işsiz sayısı azaldı."),
    ("tr", "Fırtına nedeniyle dün trenler çalışmadı ve çok sayıda yolcu beklemek zorunda kaldı."),
    ("tr", "Üç kişi öldü."),
    ("tr", "Bir adam gözaltına alındı."),
    ("de", "Drei Menschen sind tot."),
    ("en", "Three people are dead."),
    ("id", "Produktivitas dan efektivitas petani di sana tinggi."),
    ("ms", "Produktiviti dan efektiviti petani di sana tinggi."),
    ("id", "Dia dirawat di rumah sakit dekat sungai itu."),
    ("fil", "Gusto ng pamahalaan na gumastos nang mas malaki sa mga ospital, pero kulang pa raw ito."),
    ("fil", "Bumaba ang bilang ng mga walang trabaho noong Marso, ayon sa bagong datos."),
    ("fil", "Tumaas ang unemployment rate ng Pilipinas noong January, ayon sa Philippine Statistics Authority."),
    ("fil", 'Sinabi ni Posadas, "The situation is under control and help is coming," habang lumilikas ang mga tao.'),
    ("fil", "4 patay, 9 sugatan sa karambola sa SLEX"),
    ("fil", "Dalawa ang patay."),
    ("fil", "Labing menos 25 ka tawo ang namatay human mihapak ang bagyo sa Cebu."),  # Cebuano, which has no file
    ("ms", "Sekurang-kurangnya 25 orang terkorban selepas taufan melanda Mindanao, kata polis Filipina."),
    ("id", "Sedikitnya 25 orang tewas setelah topan menerjang Mindanao, kata polisi Filipina."),
    ("en", 'The vendor said, "Wala na kaming kinikita," as prices of rice rose by 20 percent in Manila this month.'),
]

ARTICLES = [  # a few sentences each, with names of a neighbour's country and words of its language
    (
        "sl",
        (
            "V prometni nesreči pri Zagrebu je umrlo pet slovenskih državljanov. »Učinili smo sve što smo mogli«, "
            "je dejal župan Velike Gorice. Ponesrečence so odpeljali v bolnišnico Sveti Duh."
        ),
    ),
    (
        "hr",
        (
            "U prometnoj nesreći kod Ljubljane poginulo je pet hrvatskih državljana. »Naredili smo vse, kar smo "
            "lahko«, rekao je župan Zoran Janković. Ozlijeđeni su prevezeni u UKC Ljubljana."
        ),
    ),
    (
        "mk",
        (
            "Премиерот на Бугарија изјави во Софија дека „България подкрепя разширяването на ЕС“. Се очекува средба со "
            "претседателот Румен Радев. Македонската влада досега не се огласи."
        ),
    ),
    (
        "bg",
        (
            "Премиерът на Северна Македония заяви в Скопие, че „Македонија нема да прифати нови услови“. Очаква се "
            "среща с президента Румен Радев. Търговският обмен е 1,2 милиарда евро."
        ),
    ),
    (
        "sr",
        (
            "Премијер Северне Македоније изјавио је у Скопљу да „Македонија нема да прифати нови услови“. Очекује се "
            "састанак са председником. Размена износи 1,2 милијарде евра."
        ),
    ),
    (
        "ca",
        (
            "Almenys 12 persones han mort en l'accident d'un autocar a prop de Saragossa. El Govern d'Aragón ha"
            " obert una investigació. «No hemos podido hacer nada», deia un dels bombers. Els ferits són a "
            "l'hospital Miguel Servet."
        ),
    ),
    (
        "ca",
        (
            "L'alcalde de Perpinyà, Louis Aliot, vol abaixar els impostos un 3 %. L'oposició del Parti "
            "Socialiste hi vota en contra. El pressupost és de 250 milions d'euros i s'aprovarà dijous."
        ),
    ),
    (
        "es",
        (
            "Al menos 12 personas han muerto en el accidente de un autocar cerca de Vic. El Govern de la "
            "Generalitat y los Mossos d'Esquadra han abierto una investigación. «No hem pogut fer res», decía "
            "un bombero de Manresa."
        ),
    ),
    (
        "fr",
        (
            "Le maire de Perpignan veut baisser les impôts de 3 %. L'opposition de Sí al País Català votera "
            "contre. Le budget est de 250 millions d'euros et sera voté jeudi."
        ),
    ),
    (
        "it",
        (
            "Almeno 12 persone sono morte nell'incidente di un pullman vicino a Barcellona. La Generalitat de "
            "Catalunya ha aperto un'inchiesta. I feriti sono all'ospedale Vall d'Hebron."
        ),
    ),
    (
        "pt",
        (
            "Pelo menos 12 pessoas morreram no acidente de um autocarro perto de Barcelona. A Generalitat de "
            "Catalunya abriu um inquérito. Os feridos estão no hospital Vall d'Hebron."
        ),
    ),
    (
        "mr",
        (
            "उत्तर प्रदेशातील अपघातात किमान १२ जणांचा मृत्यू झाला. «हम कुछ नहीं कर सके, बस जल रही थी» असे एका "
            "प्रत्यक्षदर्शीने सांगितले. मुख्यमंत्री योगी आदित्यनाथ यांनी मृतांच्या वारसांना मदत जाहीर केली."
        ),
    ),
    (
        "ne",
        (
            "भारतको उत्तर प्रदेशमा भएको बस दुर्घटनामा कम्तीमा १२ जनाको मृत्यु भएको छ। «हम कुछ नहीं कर सके» एक प्रत्यक्षदर्शीले "
            "भने। घाइतेलाई लखनऊको अस्पतालमा भर्ना गरिएको प्रहरीले जनाएको छ।"
        ),
    ),
    (
        "hi",
        (
            "महाराष्ट्र के नासिक में बस हादसे में कम से कम 12 लोगों की मौत हो गई। «आम्ही काहीच करू शकलो नाही» एक चश्मदीद ने कहा। "
            "नेपाल के चार तीर्थयात्री भी मृतकों में हैं। पुलिस ने जांच शुरू कर दी है।"
        ),
    ),
    (
        "et",
        (
            "Helsingin Sanomat kirjutas teisipäeval, et Kokoomus kaotas küsitluses 2 protsendipunkti. «Tilanne on "
            "vakava», ütles Petteri Orpo. Soome valitsus peab läbirääkimisi ning otsus tehakse järgmisel nädalal."
        ),
    ),
    (
        "fi",
        (
            "Viron pääministeri Kristen Michal tapasi Tallinnassa Petteri Orpon. Eesti Energia nostaa hintoja 5 "
            "prosenttia. «Me peame tegutsema», Michal sanoi."
        ),
    ),
    (
        "az",
        (
            "Recep Tayyip Erdoğan İstanbulda keçirilən tədbirdə çıxış edib. «Türkiye büyüyor», - deyə o bildirib. "
            "Türkiyə Statistika İnstitutunun məlumatına görə, inflyasiya 47 faizə düşüb."
        ),
    ),
    (
        "tr",
        (
            "Azerbaycan Cumhurbaşkanı İlham Əliyev Bakü'de konuştu. Aliyev, «Qarabağ Azərbaycandır» dedi. Türkiye ile "
            "ticaret hacmi 7 milyar dolara ulaştı."
        ),
    ),
    (
        "oc",
        (
            "Almens 12 personas son mòrtas dins l'accident d'un autocar a costat de Perpinhan. Lo conselh "
            "regional a dobèrt una enquèsta. Los nafrats son a l'espital."
        ),
    ),
]

NTREX = Path(__file__).parents[2] / "shared" / "data" / "ntrex-dev"


@pytest.mark.parametrize(("tag", "text"), TEXTS)
def test_detect(tag, text):
    assert detect(text) == tag


@pytest.mark.parametrize(("tag", "text"), NEIGHBOURS)
def test_neighbours_are_told_apart(tag, text):
    assert detect(text) == tag


@pytest.mark.parametrize(("tag", "text"), ARTICLES)
def test_names_and_quotations_make_no_other_language_of_an_article(tag, text):
    assert detect(text) == tag


@pytest.mark.parametrize(("tag", "text"), TEXTS)
def test_a_long_text_is_told_by_pieces_of_it(tag, text):
    assert detect("\n".join([text] * 20)) == tag


@pytest.mark.parametrize("text", ["", "   ", "12 345", "۴٫۲۱ ٪", "!?…", "\U0001f600", "\u200f"])
def test_nothing_to_go_by(text):
    assert detect(text) == "und"
    assert rank(text) == ()


def test_likelihoods():
    ranked = rank(TEXTS[2][1])
    assert sum(likelihood for _, likelihood in ranked) == pytest.approx(1)
    assert [p for _, p in ranked] == sorted((p for _, p in ranked), reverse=True)


@pytest.mark.parametrize(("tag", "text"), [one for one in TEXTS if one[0] not in {"id", "ms"}])
@pytest.mark.parametrize("document", ["vi", "fr", "und"])
def test_a_passage_may_be_in_another_language(tag, text, document):
    assert detect_passage(text, document) == tag


def test_a_passage_of_a_neighbour_stays_with_its_document():
    assert detect_passage("Presiden mengatakan hal itu kepada wartawan di Jakarta.", "ms") == "ms"


@pytest.mark.parametrize("path", sorted(sample_dossier().glob("*.txt")), ids=lambda path: path.name)
def test_sample_articles(path):
    assert detect(path.read_text("utf-8")) == path.suffixes[0].removeprefix(".")


@pytest.mark.skipif(not NTREX.is_dir(), reason="needs ntrex-dev beside the project")
def test_quality_floor():
    """The share of single sentences and of whole documents told right may only rise."""
    right, total = 0, 0
    names = (NTREX / "DOCUMENT_IDS.tsv").read_text("utf-8").split()
    for path in sorted(NTREX.glob("??.txt")):
        documents = {}
        for name, line in zip(names, path.read_text("utf-8").splitlines(), strict=True):
            documents.setdefault(name, []).append(line)
        assert all(detect("\n".join(lines)) == path.stem for lines in documents.values()), path.stem
        sentences = [line for lines in documents.values() for line in lines][::11]
        right += sum(detect(line) == path.stem for line in sentences)
        total += len(sentences)
    assert right / total >= 0.984


def test_every_language_with_a_file_can_be_detected():
    assert set(packs()) <= {tag for tag, _ in TEXTS}
