package io.fairlead.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A legal entity of the sample firm.
 *
 * @param code its id
 * @param series prefix of invoice numbers
 * @param taxRate of category S, part of the net
 * @param taxSource the law behind it
 * @param level prices and costs in hundredths of the first company's
 * @param customers how many buyers it has
 * @param engagements how many contracts
 * @param people how many consultants
 * @param holidays days off in the half year, besides weekends
 */
record Company(
        String code,
        String name,
        String country,
        String currency,
        String taxId,
        String zone,
        String series,
        String taxRate,
        String taxSource,
        int level,
        int customers,
        int engagements,
        int people,
        Set<LocalDate> holidays) {

    static final List<Company> ALL = List.of(
            new Company(
                    "nordlicht-de",
                    "Nordlicht Beratung GmbH",
                    "DE",
                    "EUR",
                    "DE812345678",
                    "Europe/Berlin",
                    "DE",
                    "0.19",
                    "UStG 12(1)",
                    100,
                    11,
                    18,
                    27,
                    days("01-01", "04-03", "04-06", "05-01", "05-14", "05-25")),
            new Company(
                    "nordlicht-us",
                    "Northlight Consulting Inc.",
                    "US",
                    "USD",
                    "94-1234567",
                    "America/New_York",
                    "US",
                    "0.045",
                    "sales tax on services",
                    125,
                    8,
                    12,
                    18,
                    days("01-01", "01-19", "02-16", "05-25", "06-19")),
            new Company(
                    "nordlicht-uk",
                    "Northlight Advisory Ltd",
                    "GB",
                    "GBP",
                    "GB987654321",
                    "Europe/London",
                    "UK",
                    "0.20",
                    "VATA 1994 s.2",
                    90,
                    6,
                    10,
                    15,
                    days("01-01", "04-03", "04-06", "05-04", "05-25")));

    /** What its invoices print; the American company is paid by cheque and tells no account. */
    Map<String, Object> details() {
        return switch (country) {
            case "DE" -> details("Speicherstr. 8", "Hamburg", "20457", "DE02120300000000202051", "+49 40 5550100");
            case "GB" -> details("14 Quay Lane", "London", "SE1 2AA", "GB33BUKB20201555555555", "+44 20 5550100");
            default -> details("200 Harbor Ave", "New York", "10004", null, "+1 212 5550100");
        };
    }

    private Map<String, Object> details(
            String street, String city, String postalCode, @Nullable String iban, String phone) {
        return RequestFields.of(
                "address",
                RequestFields.of("street", street, "city", city, "postalCode", postalCode),
                "iban",
                iban,
                "contact",
                RequestFields.of(
                        "name", "Accounts receivable", "phone", phone, "email", "billing@" + code + ".example"));
    }

    boolean works(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }

    List<LocalDate> workdays() {
        return LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2026, 7, 1))
                .filter(this::works)
                .toList();
    }

    private static Set<LocalDate> days(String... monthAndDay) {
        var days = new java.util.TreeSet<LocalDate>();
        for (var day : monthAndDay) {
            days.add(LocalDate.parse("2026-" + day));
        }
        return days;
    }
}
