package io.fairlead.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourEyesTest {

    private static final FourEyes.People MARA =
            name -> Set.of("mara", "mkeller", "7701").contains(name) ? Set.of("mara", "mkeller", "7701") : Set.of();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local|mara",
                "local|mara.",
                "local|m-ara",
                "local|MARA",
                "local|_m.a.r.a_",
                "idp|mara",
                "local|\uff4dara",
                "local|m@ara",
                "local|ma\u00adra",
                "local|mar\u200ba"
            })
    void a_name_is_the_same_whatever_stands_between_its_letters(String actor) {
        assertThat(FourEyes.isSame(actor, "local|mara")).isTrue();
        assertThat(FourEyes.isSame("local|mara", actor)).isTrue();
        assertThat(FourEyes.isPerson(actor, "person:mara")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"local|mara2", "local|mar", "local|maria", "local|m\u00e1ra", "local|lead"})
    void other_letters_and_digits_are_another_name(String actor) {
        assertThat(FourEyes.isSame(actor, "local|mara")).isFalse();
        assertThat(FourEyes.isPerson(actor, "person:mara")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"local|m.keller", "local|M-Keller", "idp|7701", "local|mara"})
    void every_name_that_a_person_is_registered_with_is_that_person(String actor) throws Exception {
        for (var other : Set.of("local|mara", "local|mkeller", "tracker|7701")) {
            assertThat(FourEyes.<Boolean, RuntimeException>among(MARA, () -> FourEyes.isSame(actor, other)))
                    .isTrue();
        }
        assertThat(FourEyes.<Boolean, RuntimeException>among(MARA, () -> FourEyes.isPerson(actor, "person:mara")))
                .isTrue();
        assertThat(FourEyes.<Boolean, RuntimeException>among(MARA, () -> FourEyes.isSame(actor, "local|lead")))
                .isFalse();
    }

    @Test
    void who_is_not_registered_is_told_by_the_name_alone() {
        assertThat(FourEyes.<Boolean, RuntimeException>among(MARA, () -> FourEyes.isSame("local|lead", "local|le-ad")))
                .isTrue();
        assertThat(FourEyes.<Boolean, RuntimeException>among(MARA, () -> FourEyes.isSame("local|lead", "local|mara")))
                .isFalse();
    }

    @Test
    void sharp_s_and_capitals_fold_to_one() {
        assertThat(FourEyes.plain("Stra\u00dfe 5.b")).isEqualTo("strasse5b").isEqualTo(FourEyes.plain("STRASSE5B"));
    }

    private static final String LOGIN = "https://login.example.com|u-1";
    private static final FourEyes.People MAPPED =
            name -> Set.of("mara", LOGIN).contains(name) ? Set.of("mara", LOGIN) : Set.of();

    @Test
    void a_login_is_its_issuer_and_subject_letter_by_letter() {
        assertThat(FourEyes.isSame(LOGIN, LOGIN)).isTrue();
        for (var other : Set.of(
                "https://login.example.com|U-1",
                "https://login.example.com|u1",
                "https://login.example.com/|u-1",
                "https://other.example.com|u-1")) {
            assertThat(FourEyes.isSame(LOGIN, other)).as(other).isFalse();
            assertThat(FourEyes.isSame(other, LOGIN)).as(other).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"local|mara", "local|MARA", "idp|m.ara"})
    void a_login_that_is_mapped_to_a_name_is_whoever_acts_by_it(String name) throws Exception {
        assertThat(FourEyes.<Boolean, RuntimeException>among(MAPPED, () -> FourEyes.isSame(LOGIN, name)))
                .isTrue();
        assertThat(FourEyes.<Boolean, RuntimeException>among(MAPPED, () -> FourEyes.isSame(name, LOGIN)))
                .isTrue();
        assertThat(FourEyes.<Boolean, RuntimeException>among(MAPPED, () -> FourEyes.isPerson(LOGIN, "person:mara")))
                .isTrue();
        assertThat(FourEyes.isSame(LOGIN, name)).as("nobody mapped it").isFalse();
    }

    @Test
    void a_subject_that_reads_like_a_name_is_that_name_where_one_did_not_log_in() {
        var login = "https://login.example.com|Mara";
        assertThat(FourEyes.isSame(login, "local|mara")).isTrue();
        assertThat(FourEyes.isSame("local|mara", login)).isTrue();
        assertThat(FourEyes.isPerson(login, "person:mara")).isTrue();
        assertThat(FourEyes.isSame(login, "https://login.example.com|mara")).isFalse();
    }
}
