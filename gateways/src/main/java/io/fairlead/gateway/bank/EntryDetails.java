package io.fairlead.gateway.bank;

import io.fairlead.gateway.bank.BankEntry.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The payments behind an entry, as far as the bank tells them. */
final class EntryDetails {

    private static final String NOT_TOLD = "NOTPROVIDED";

    /**
     * Empty where the entry is a batch of which the bank tells no payment. An amount stands with each where there is one payment,
     * or where their amounts add up to the entry's.
     */
    static List<BankTransaction> of(Element entry, BigDecimal amount, String currency, Side side) {
        var details = XmlPart.all(entry, "NtryDtls", "TxDtls").toList();
        if (details.isEmpty()) {
            return isBatch(entry)
                    ? List.of()
                    : List.of(new BankTransaction(
                            1,
                            amount,
                            null,
                            List.of(),
                            XmlPart.text(entry, "AddtlNtryInf").orElse(""),
                            false));
        }
        var amounts = amounts(details, amount, currency);
        var all = new ArrayList<BankTransaction>();
        for (var detail : details) {
            all.add(new BankTransaction(
                    all.size() + 1,
                    amounts.isEmpty() ? null : amounts.get(all.size()),
                    party(detail, side).orElse(null),
                    references(entry, detail),
                    text(detail).or(() -> XmlPart.text(entry, "AddtlNtryInf")).orElse(""),
                    XmlPart.all(detail, "RtrInf").findAny().isPresent()));
        }
        return all;
    }

    private static boolean isBatch(Element entry) {
        return XmlPart.text(entry, "NtryDtls", "Btch", "NbOfTxs")
                .filter(count -> !count.equals("1"))
                .isPresent();
    }

    private static List<BigDecimal> amounts(List<Element> details, BigDecimal amount, String currency) {
        if (details.size() == 1) {
            return List.of(amount);
        }
        var amounts = details.stream()
                .map(detail -> amount(detail, currency))
                .flatMap(Optional::stream)
                .toList();
        boolean addUp = amounts.size() == details.size()
                && amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(amount) == 0;
        return addUp ? amounts : List.of();
    }

    /** From version 3 on beside the references, before in the details of the amount. */
    private static Optional<BigDecimal> amount(Element detail, String currency) {
        return Stream.of(XmlPart.all(detail, "Amt"), XmlPart.all(detail, "AmtDtls", "TxAmt", "Amt"))
                .flatMap(found -> found)
                .filter(found -> found.getAttribute("Ccy").equals(currency))
                .map(found -> found.getTextContent().strip())
                .filter(text -> text.matches("[0-9]{1,15}([.][0-9]{1,5})?"))
                .map(BigDecimal::new)
                .findFirst();
    }

    private static Optional<String> party(Element detail, Side side) {
        var role = side == Side.CREDIT ? "Dbtr" : "Cdtr";
        return XmlPart.text(detail, "RltdPties", role, "Nm")
                .or(() -> XmlPart.text(detail, "RltdPties", role, "Pty", "Nm"));
    }

    /** The bank's own come last: whatever takes the payment back may quote them. */
    private static List<String> references(Element entry, Element detail) {
        return Stream.of(
                        XmlPart.all(detail, "RmtInf", "Strd", "CdtrRefInf", "Ref"),
                        XmlPart.all(detail, "RmtInf", "Strd", "RfrdDocInf", "Nb"),
                        XmlPart.all(detail, "Refs", "EndToEndId"),
                        XmlPart.all(detail, "Refs", "AcctSvcrRef"),
                        XmlPart.all(entry, "AcctSvcrRef"))
                .flatMap(found -> found)
                .map(found -> found.getTextContent().strip())
                .filter(text -> !text.isEmpty() && !text.equals(NOT_TOLD))
                .distinct()
                .toList();
    }

    private static Optional<String> text(Element detail) {
        var lines = XmlPart.all(detail, "RmtInf", "Ustrd")
                .map(line -> line.getTextContent().strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
        @Nullable String told = lines.isEmpty() ? null : lines;
        return Optional.ofNullable(told).or(() -> XmlPart.text(detail, "AddtlTxInf"));
    }

    private EntryDetails() {}
}
