package io.fairlead.gateway.document;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts of people as they come: twelve scripts, and what no typeface has, no reader sees or no page is wide enough for. */
final class OddTexts {

    /** Words of each script, as names and tasks have them. */
    static final List<List<String>> SCRIPTS = List.of(
            words("Größe Łódź naïve Côte d’Azur İstanbul Đà Nẵng"),
            words("Ελλάδα Αθήνα Σύμβουλος Ώρα ποιότητα"),
            words("Привет Українська Ђорђе Цялостен проект"),
            words("شركة الأمل مرحبا استشارة لا مشروع"),
            words("שלום ייעוץ ירושלים פרויקט שעות"),
            words("हिन्दी क्षत्रिय परामर्श कार्य श्रीमती दृष्टि"),
            words("ที่ปรึกษา น้ำ กรุงเทพ ผู้จัดการ งาน"),
            words("东京 北京 顾问 项目 服务"),
            words("コンサル ひらがな 株式会社 プロジェクト ガス"),
            words("한국 컨설팅 서울 프로젝트 시간"),
            words("தமிழ் சென்னை கௌரவம் வேலை ஸ்ரீ"),
            words("საქართველო თბილისი კონსულტაცია პროექტი"));

    private static final List<String> STRANGE = List.of(
            "",
            "   ",
            "\u00a0",
            "\u2003\u3000",
            "\u0000\u0007\u001b[31m",
            "a\u200bb\u200e\u202ec\u00ad\ufeff",
            "\u2066x\u2069 \u202dy\u202c",
            "\ud83d\ude80 launch",
            "\ud83d\udc69\u200d\ud83d\udcbb\ud83c\udde9\ud83c\uddea 1\ufe0f\u20e3",
            "\u2764\ufe0f\u263a\ufe0e",
            "\ud800 alone \udfff",
            "\ue000\uf8ff\ufdd0\uffff",
            "\u0378\u0530\udb40\udd00",
            "line\r\nbreak\tand\u2028more\u2029",
            "x\u030c\u0323\u0302\u0301 q\u0303 Z\u0335",
            "\u07ca\u07df\u07ca \u0710\u0712 \u1820\u1824",
            "\u0e33\u0e31 \u093e \u0bcd",
            "%s $1 \\n <b>&amp;</b> \"'");

    private final Random chance;

    private OddTexts(long seed) {
        this.chance = new Random(seed);
    }

    /** So many of them; the same of the same seed. */
    static List<String> of(long seed, int count) {
        var odd = new OddTexts(seed);
        var texts = new ArrayList<String>();
        for (int at = 0; at < count; at++) {
            texts.add(odd.text(at));
        }
        return texts;
    }

    private static List<String> words(String words) {
        return List.of(words.split(" "));
    }

    private String text(int at) {
        var script = SCRIPTS.get(at % SCRIPTS.size());
        return switch (chance.nextInt(9)) {
            case 0 -> STRANGE.get(chance.nextInt(STRANGE.size()));
            case 1 -> some(script, 1) + STRANGE.get(chance.nextInt(STRANGE.size())) + some(script, 1);
            case 2 -> some(script, 2) + " (" + chance.nextInt(10_000) + ",5 %) " + some(any(), 2) + " 12-34/56";
            case 3 ->
                "Fairlead " + some(script, 1) + " v" + chance.nextInt(99) + "." + chance.nextInt(9) + " "
                        + some(any(), 1);
            case 4 -> some(script, 30 + chance.nextInt(30)).replace(" ", "");
            case 5 -> Normalizer.normalize(some(script, 3), Normalizer.Form.NFD);
            default -> some(script, 1 + chance.nextInt(5));
        };
    }

    private List<String> any() {
        return SCRIPTS.get(chance.nextInt(SCRIPTS.size()));
    }

    private String some(List<String> words, int count) {
        var some = new ArrayList<String>();
        for (int at = 0; at < count; at++) {
            some.add(words.get(chance.nextInt(words.size())));
        }
        return String.join(" ", some);
    }
}
