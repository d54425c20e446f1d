package io.fairlead.gateway.bank;

import io.fairlead.gateway.bank.BankEntry.Side;
import io.fairlead.gateway.bank.BankEntry.Status;
import io.fairlead.gateway.bank.BankStatement.Balance;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** A statement of which the end was not read yet; each part of it is told once it is whole. */
final class OpenStatement {

    private static final int DAY = "2026-03-31".length();

    private String id = "";
    private String page = "";
    private String account = "";
    private String currency = "";
    private @Nullable Balance opening;
    private @Nullable Balance previous;
    private @Nullable Balance closing;
    private int entries;
    private BigDecimal moved = BigDecimal.ZERO;

    /** @param page of the message, as versions 2 and 3 tell it; null where it has none */
    OpenStatement(@Nullable Element page) {
        if (page != null) {
            page(page);
        }
    }

    /** Pages of a statement have its id, and each counts its entries from 1. */
    void page(Element part) {
        page = XmlPart.text(part, "PgNb").filter(no -> !no.equals("1")).orElse("");
    }

    void id(Element part) {
        id = part.getTextContent().strip();
    }

    void account(Element part) {
        account = XmlPart.text(part, "Id", "IBAN")
                .map(iban -> iban.replaceAll("\\s", "").toUpperCase(Locale.ROOT)) // Some print it as on paper.
                .or(() -> XmlPart.text(part, "Id", "Othr", "Id"))
                .orElse("");
        currency = XmlPart.text(part, "Ccy").orElse("");
    }

    /** The booked ones; a bank that tells no opening one tells the previous closing one, which is the same. */
    void balance(Element part) {
        var balance = new Balance(signed(part), currencyOf(part));
        switch (XmlPart.text(part, "Tp", "CdOrPrtry", "Cd").orElse("")) {
            case "OPBD" -> opening = balance;
            case "PRCD" -> previous = balance;
            case "CLBD" -> closing = balance;
            default -> {} // What is available or expected is no money yet.
        }
    }

    BankEntry entry(Element part) {
        entries++;
        var amount = amount(part);
        var entryCurrency = currencyOf(part);
        if (currency.isEmpty()) {
            currency = entryCurrency;
        }
        var booked = day(part, "BookgDt");
        boolean reversal =
                XmlPart.text(part, "RvslInd").filter(OpenStatement::isTrue).isPresent();
        var entry = new BankEntry(
                page.isEmpty() ? id : id + "." + page,
                account,
                entries,
                XmlPart.text(part, "AcctSvcrRef")
                        .or(() -> XmlPart.text(part, "NtryRef"))
                        .orElse(null),
                amount,
                entryCurrency,
                side(part),
                reversal,
                status(part),
                booked.orElse(null),
                day(part, "ValDt").or(() -> booked).orElse(null),
                EntryDetails.of(part, amount, entryCurrency, paidBy(side(part), reversal)));
        if (entry.status() == Status.BOOKED) {
            moved = moved.add(entry.movement());
        }
        return entry;
    }

    BankStatement closed() {
        return new BankStatement(
                id, account, opening == null ? previous : opening, closing, entries, new Balance(moved, currency));
    }

    private static Status status(Element part) {
        return switch (XmlPart.text(part, "Sts").orElse("")) {
            case "BOOK" -> Status.BOOKED;
            case "INFO" -> Status.INFORMATION;
            default -> Status.PENDING;
        };
    }

    private Side side(Element part) {
        return switch (XmlPart.text(part, "CdtDbtInd").orElse("")) {
            case "CRDT" -> Side.CREDIT;
            case "DBIT" -> Side.DEBIT;
            default -> throw StatementReader.malformed(where() + " says neither CRDT nor DBIT");
        };
    }

    /** Which way the payment went that it tells of; what takes it back keeps the parties of that. */
    private static Side paidBy(Side side, boolean reversal) {
        return reversal == (side == Side.CREDIT) ? Side.DEBIT : Side.CREDIT;
    }

    private BigDecimal signed(Element part) {
        return side(part) == Side.CREDIT ? amount(part) : amount(part).negate();
    }

    private BigDecimal amount(Element part) {
        return XmlPart.text(part, "Amt")
                .filter(text -> text.matches("[0-9]{1,15}([.][0-9]{1,5})?"))
                .map(BigDecimal::new)
                .orElseThrow(() -> StatementReader.malformed(where() + " has no amount of up to 15 digits"));
    }

    private String currencyOf(Element part) {
        return XmlPart.all(part, "Amt")
                .map(each -> each.getAttribute("Ccy"))
                .filter(code -> code.matches("[A-Z]{3}"))
                .findFirst()
                .orElseThrow(() -> StatementReader.malformed(where() + " has an amount without a currency"));
    }

    private Optional<LocalDate> day(Element part, String name) {
        var text = XmlPart.text(part, name, "Dt").or(() -> XmlPart.text(part, name, "DtTm"));
        try {
            return text.map(told -> LocalDate.parse(told.substring(0, Math.min(DAY, told.length()))));
        } catch (DateTimeException e) {
            throw StatementReader.malformed(where() + " has a day that is none: " + text.orElse(""));
        }
    }

    private static boolean isTrue(String text) {
        return text.equals("true") || text.equals("1");
    }

    private String where() {
        return entries == 0 ? "statement " + id : "entry " + entries + " of statement " + id;
    }
}
