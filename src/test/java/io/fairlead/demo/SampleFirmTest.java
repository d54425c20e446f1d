package io.fairlead.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.demo.SampleTime.Entry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SampleFirmTest {

    private final SampleFirm firm = new SampleFirm(1);
    private final FirmData data = new FirmData(firm);

    @Test
    void the_same_seed_is_the_same_firm_to_the_byte() {
        assertThat(bytesOf(1, 700)).isEqualTo(bytesOf(1, 700));
    }

    @Test
    void another_seed_is_another_firm() {
        assertThat(bytesOf(2, 700)).isNotEqualTo(bytesOf(1, 700));
    }

    @Test
    void the_firm_has_the_size_that_is_promised() {
        assertThat(Company.ALL).extracting(Company::currency).containsExactly("EUR", "USD", "GBP");
        assertThat(firm.buyers()).hasSize(25);
        assertThat(firm.engagements()).hasSize(40);
        assertThat(firm.people()).hasSize(60);
        assertThat(firm.engagements().stream().filter(Engagement::direct).count())
                .isBetween(5L, 15L);
    }

    @Test
    void time_has_as_many_entries_as_asked_for_all_within_the_half_year_and_on_workdays() {
        for (var size : List.of(1, 59, 61, 2_500)) {
            var entries = entries(new SampleTime(firm, size));
            assertThat(entries).hasSize(size);
            assertThat(new HashSet<>(entries.stream().map(Entry::id).toList())).hasSize(size);
            assertThat(entries).allSatisfy(entry -> {
                assertThat(entry.day()).isBetween("2026-01-01", "2026-06-30");
                assertThat(entry.person().company().works(entry.day())).isTrue();
                assertThat(entry.engagement().team()).contains(entry.person());
                assertThat(entry.seconds()).isBetween(1, 86_400);
            });
        }
    }

    @Test
    void expectations_add_up_to_the_entries() {
        var time = new SampleTime(firm, 2_500);
        var expected = time.expected();
        assertThat(expected.recorded() + expected.submitted() + expected.approvedUnpriced() + expected.priced())
                .isEqualTo(2_500);
        assertThat(expected.withoutRate()).isPositive().isLessThanOrEqualTo(30);
        var cost = new HashMap<String, BigDecimal>();
        entries(time).stream()
                .filter(entry -> entry.fate() == SampleTime.Fate.APPROVED)
                .forEach(entry -> cost.merge(entry.engagement().currency(), entry.cost(), BigDecimal::add));
        assertThat(expected.cost()).isEqualTo(cost);
    }

    @Test
    void nobody_approves_their_own_time_and_everybody_works_on_something() {
        assertThat(firm.people()).allSatisfy(person -> {
            assertThat(person.approver()).isNotBlank().isNotEqualTo(person.code());
            assertThat(firm.engagements()).anyMatch(one -> one.team().contains(person));
        });
    }

    @Test
    void some_things_are_wrong_on_purpose() {
        assertThat(firm.buyers().stream().filter(buyer -> buyer.taxCategory() == null))
                .hasSize(1);
        assertThat(firm.buyers().stream().filter(buyer -> buyer.legalEntity() == null))
                .hasSize(1);
        assertThat(firm.engagements().stream().filter(one -> one.buyer().poRequired() && one.poNumber() == null))
                .hasSize(1);
        assertThat(firm.buyers().stream().map(Buyer::taxCategory).filter(Objects::nonNull))
                .contains("S", "AE", "E", "O", "Z");
        var withoutRate = firm.withoutRate();
        assertThat(new FirmRates(firm).all().stream().map(Request::path))
                .contains("/v1/rate-cards/project-" + firm.engagements().get(1).key() + "/rates");
        assertThat(withoutRate.team()).anyMatch(person -> person.role().equals(Consultant.RESEARCHER));
    }

    @Test
    void nothing_prices_the_role_that_shall_lack_a_rate() {
        var withoutRate = firm.withoutRate();
        var researcher = withoutRate.team().stream()
                .filter(person -> person.role().equals(Consultant.RESEARCHER))
                .findFirst()
                .orElseThrow();
        var owners = List.of(
                withoutRate.contract(),
                withoutRate.project(),
                "customer:" + withoutRate.buyer().code(),
                "legal-entity:" + withoutRate.company().code());
        assertThat(new FirmRates(firm).all())
                .filteredOn(rate -> owners.contains(rate.body().get("owner")))
                .noneMatch(rate -> researcher.code().equals(rate.body().get("person"))
                        || researcher.role().equals(rate.body().get("role")));
    }

    @Test
    void keys_of_requests_are_unique_and_short_enough() {
        var keys = all(data, firm).stream().map(Request::key).toList();
        assertThat(new HashSet<>(keys)).hasSize(keys.size());
        assertThat(keys).allMatch(key -> key.matches("[\\x21-\\x7e]{1,150}"));
    }

    private static List<Entry> entries(SampleTime time) {
        var entries = new ArrayList<Entry>();
        new SampleFirm(1).people().forEach(person -> entries.addAll(time.entries(person, 0, time.count(person))));
        return entries;
    }

    private static List<Request> all(FirmData data, SampleFirm firm) {
        var all = new ArrayList<Request>();
        all.add(data.mark(1));
        all.addAll(data.companies());
        all.addAll(data.people());
        all.addAll(data.costs());
        all.addAll(data.customers());
        all.addAll(new FirmRates(firm).all());
        all.addAll(data.deals());
        all.addAll(data.contracts());
        all.addAll(data.projects());
        all.addAll(data.breakdown());
        return all;
    }

    private static byte[] bytesOf(long seed, int entries) {
        var firm = new SampleFirm(seed);
        var time = new SampleTime(firm, entries);
        var everything = new ArrayList<Object>(all(new FirmData(firm), firm));
        firm.people().forEach(person -> time.entries(person, 0, time.count(person))
                .forEach(entry -> everything.add(TimeLoad.body(entry))));
        return JsonMapper.shared().writeValueAsBytes(everything);
    }
}
