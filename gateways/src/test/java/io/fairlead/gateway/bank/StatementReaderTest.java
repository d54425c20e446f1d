package io.fairlead.gateway.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.gateway.bank.BankEntry.Side;
import io.fairlead.gateway.bank.BankEntry.Status;
import io.fairlead.gateway.intake.FileRefused;
import io.fairlead.gateway.intake.RawFile;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements of a bank, read entry by entry. */
class StatementReaderTest {

    private static final String CREDIT = """
            <Ntry><Amt Ccy="EUR">500.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
              <BookgDt><Dt>2026-04-02</Dt></BookgDt><ValDt><Dt>2026-04-01</Dt></ValDt><AcctSvcrRef>B-17</AcctSvcrRef>
              <NtryDtls><TxDtls>
                <Refs><EndToEndId>E-1</EndToEndId></Refs>
                <RltdPties><Dbtr><Nm>Nordlicht GmbH</Nm></Dbtr></RltdPties>
                <RmtInf><Ustrd>Invoice DE-INV-2026-000017</Ustrd><Ustrd>thank you</Ustrd></RmtInf>
              </TxDtls></NtryDtls></Ntry>""";

    private final List<BankEntry> entries = new ArrayList<>();

    @Test
    void an_entry_is_read_with_all_that_says_what_it_is_for() {
        read(statement("2", "100.00", "600.00", CREDIT));

        assertThat(entries).hasSize(1);
        var entry = entries.getFirst();
        assertThat(entry.account()).isEqualTo("DE02120300000000202051");
        assertThat(entry.reference()).isEqualTo("B-17");
        assertThat(entry.movement()).isEqualByComparingTo("500.00");
        assertThat(entry.valueDate()).isEqualTo(LocalDate.parse("2026-04-01"));
        assertThat(entry.status()).isEqualTo(Status.BOOKED);
        var payment = entry.transactions().getFirst();
        assertThat(payment.party()).isEqualTo("Nordlicht GmbH");
        assertThat(payment.references()).containsExactly("E-1", "B-17");
        assertThat(payment.text()).isEqualTo("Invoice DE-INV-2026-000017 thank you");
        assertThat(payment.amount()).isEqualByComparingTo("500.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "3", "4", "5", "6", "7", "8"})
    void each_version_from_2_to_8_is_read(String version) {
        var entry = version.equals("8")
                ? CREDIT.replace("<Sts>BOOK</Sts>", "<Sts><Cd>BOOK</Cd></Sts>")
                        .replace(
                                "<Dbtr><Nm>Nordlicht GmbH</Nm></Dbtr>",
                                "<Dbtr><Pty><Nm>Nordlicht GmbH</Nm></Pty></Dbtr>")
                : CREDIT;
        var statements = read(statement(version, "100.00", "600.00", entry));

        assertThat(statements).hasSize(1);
        assertThat(statements.getFirst().difference()).isEmpty();
        assertThat(entries).extracting(BankEntry::status).containsExactly(Status.BOOKED);
        assertThat(entries.getFirst().transactions().getFirst().party()).isEqualTo("Nordlicht GmbH");
    }

    @Test
    void entries_that_follow_each_other_without_a_blank_are_all_read() {
        var three = CREDIT + CREDIT + CREDIT;
        var statements = read(statement("4", "0.00", "1500.00", three.replaceAll(">\\s+<", "><"))
                .replaceAll(">\\s+<", "><"));

        assertThat(entries).extracting(BankEntry::no).containsExactly(1, 2, 3);
        assertThat(statements.getFirst().difference()).isEmpty();
    }

    @Test
    void what_takes_money_and_what_takes_an_entry_back_is_told() {
        var debit = CREDIT.replace("CRDT", "DBIT").replace("<Sts>", "<RvslInd>true</RvslInd><Sts>");
        read(statement("2", "100.00", "-400.00", debit));

        assertThat(entries.getFirst().side()).isEqualTo(Side.DEBIT);
        assertThat(entries.getFirst().reversal()).isTrue();
        assertThat(entries.getFirst().movement()).isEqualByComparingTo("-500.00");
        assertThat(entries.getFirst().transactions().getFirst().party())
                .as("who had paid, which a reversal repeats")
                .isEqualTo("Nordlicht GmbH");
    }

    @ParameterizedTest
    @CsvSource({"PDNG, PENDING", "INFO, INFORMATION", "FUTR, PENDING"})
    void what_is_not_booked_moves_nothing(String told, Status status) {
        var statements = read(statement("2", "100.00", "100.00", CREDIT.replace("BOOK", told)));

        assertThat(entries).extracting(BankEntry::status).containsExactly(status);
        assertThat(statements.getFirst().moved().amount()).isZero();
        assertThat(statements.getFirst().difference()).isEmpty();
    }

    @Test
    void a_balance_that_the_entries_do_not_make_is_told_with_what_is_missing() {
        var statements = read(statement("2", "100.00", "650.00", CREDIT));

        assertThat(statements.getFirst().difference())
                .hasValue("statement S-1 opens with 100.00 EUR, moves 500.00 EUR and closes with 650.00 EUR:"
                        + " 50.00 EUR are missing");
    }

    @Test
    void the_previous_closing_balance_is_the_opening_one_where_no_other_is_told() {
        var without =
                statement("2", "0.00", "600.00", CREDIT).replace("OPBD", "PRCD").replace(">0.00<", ">100.00<");
        assertThat(read(without).getFirst().difference()).isEmpty();

        var both = statement("2", "100.00", "600.00", balance("PRCD", "7.00") + CREDIT);
        assertThat(read(both).getFirst().difference()).isEmpty();
    }

    @Test
    void a_balance_that_the_bank_does_not_tell_is_told() {
        var all = statement("2", "100.00", "600.00", CREDIT);
        assertThat(read(all).getFirst().unproved()).isEmpty();
        assertThat(read(all.replace("CLBD", "CLAV")).getFirst().unproved())
                .hasValue("statement S-1 tells no closing balance: nothing proves that its entries are all");
    }

    @Test
    void an_account_is_known_however_its_iban_is_written() {
        read(statement("2", "0.00", "500.00", CREDIT).replace("DE02120300000000202051", "de02 1203 0000 0000 2020 51"));
        assertThat(entries.getFirst().account()).isEqualTo("DE02120300000000202051");
    }

    @Test
    void an_entry_has_a_key_of_its_account_its_statement_and_its_place() {
        read(statement("2", "0.00", "1000.00", CREDIT + CREDIT));
        assertThat(entries)
                .extracting(BankEntry::key)
                .containsExactly("DE02120300000000202051/S-1/1", "DE02120300000000202051/S-1/2");
    }

    @Test
    void a_related_account_is_neither_the_account_nor_the_statement() {
        var related = "<RltdAcct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>USD</Ccy></RltdAcct>";
        read(statement("2", "0.00", "500.00", related + CREDIT));
        assertThat(entries).extracting(BankEntry::key).containsExactly("DE02120300000000202051/S-1/1");
    }

    @Test
    void entries_of_later_pages_have_keys_of_their_own() {
        var paged = statement("4", "0.00", "500.00", CREDIT)
                .replace("<Id>S-1</Id>", "<Id>S-1</Id><StmtPgntn><PgNb>2</PgNb></StmtPgntn>");
        read(paged);
        read(paged.replace("<PgNb>2</PgNb>", "<PgNb>1</PgNb>"));
        var early = "<MsgPgntn><PgNb>3</PgNb><LastPgInd>true</LastPgInd></MsgPgntn></GrpHdr>";
        read(statement("2", "0.00", "500.00", CREDIT).replace("</GrpHdr>", early));

        assertThat(entries)
                .extracting(BankEntry::key)
                .containsExactly(
                        "DE02120300000000202051/S-1.2/1",
                        "DE02120300000000202051/S-1/1",
                        "DE02120300000000202051/S-1.3/1");
    }

    @Test
    void a_statement_outside_of_its_message_is_refused() {
        refused("<Stmt><Id>S-1</Id>" + CREDIT + "</Stmt>", "STATEMENT_FORMAT", "it is XML of no message");
    }

    @Test
    void payments_of_a_batch_have_amounts_only_where_they_add_up() {
        read(statement("2", "0.00", "500.00", batch("200.00", "300.00")));
        assertThat(entries.getFirst().transactions())
                .extracting(BankTransaction::amount)
                .containsExactly(new BigDecimal("200.00"), new BigDecimal("300.00"));

        entries.clear();
        read(statement("2", "0.00", "500.00", batch("500.00", "500.00")));
        assertThat(entries.getFirst().transactions())
                .as("the batch's total with each of them")
                .extracting(BankTransaction::amount)
                .containsOnlyNulls();
    }

    @Test
    void a_batch_of_which_the_bank_tells_no_payment_has_none() {
        read(statement(
                "2",
                "0.00",
                "500.00",
                CREDIT.replaceAll(
                        "(?s)<NtryDtls>.*</NtryDtls>", "<NtryDtls><Btch><NbOfTxs>3</NbOfTxs></Btch></NtryDtls>")));

        assertThat(entries.getFirst().transactions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "camt.052.001.02, 'it is camt.052, a report within the day, of which nothing is final'",
        "camt.054.001.02, 'it is camt.054, a notice of single entries, which the statement tells again'",
        "camt.053.001.01, it is camt.053.001.01",
        "camt.053.001.12, it is camt.053.001.12",
        "pain.001.001.03, it is pain.001.001.03"
    })
    void another_message_is_refused_by_its_name(String message, String reason) {
        refused(statement("2", "0.00", "0.00", "").replace("camt.053.001.02", message), "STATEMENT_FORMAT", reason);
    }

    @Test
    void forms_that_are_no_xml_are_refused_by_their_name() {
        refused(":20:STARTUMS\n:25:10020030/1234567", "STATEMENT_FORMAT", "it is MT940, SWIFT's statement");
        refused("{1:F01BANKDEFFXXXX}", "STATEMENT_FORMAT", "it is MT940, SWIFT's statement");
        refused("Date;Amount;Text", "STATEMENT_FORMAT", "it is no XML");
        refused("", "STATEMENT_FORMAT", "it is no XML");
    }

    @Test
    void a_doctype_is_refused_before_anything_it_names_is_read() {
        refused(
                "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                        + statement("2", "0.00", "0.00", "").replaceFirst("<\\?xml[^>]*>", ""),
                "STATEMENT_DOCTYPE",
                "it declares a DOCTYPE, which no bank's statement has");
    }

    @Test
    void a_message_without_a_statement_is_refused() {
        refused(
                "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.02'><BkToCstmrStmt/></Document>",
                "STATEMENT_MISSING",
                "the message holds no statement");
    }

    @ParameterizedTest
    @CsvSource({
        "500.00</Amt>, 5e2</Amt>, entry 1 of statement S-1 has no amount of up to 15 digits",
        "500.00</Amt>, -5.00</Amt>, entry 1 of statement S-1 has no amount of up to 15 digits",
        "CRDT, BOTH, entry 1 of statement S-1 says neither CRDT nor DBIT",
        "Ccy=\"EUR\">500, >500, entry 1 of statement S-1 has an amount without a currency",
        "2026-04-02, 2026-02-30, entry 1 of statement S-1 has a day that is none: 2026-02-30",
    })
    void an_entry_that_lacks_what_it_must_have_is_refused(String part, String instead, String reason) {
        refused(statement("2", "0.00", "500.00", CREDIT.replace(part, instead)), "STATEMENT_MALFORMED", reason);
    }

    @Test
    void a_file_that_breaks_off_is_refused() {
        var whole = statement("2", "0.00", "500.00", CREDIT);
        assertThatThrownBy(() -> read(whole.substring(0, whole.indexOf("<RmtInf>"))))
                .isInstanceOfSatisfying(
                        FileRefused.class, refused -> assertThat(refused.code()).isEqualTo("STATEMENT_MALFORMED"));
    }

    private void refused(String text, String code, String reason) {
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(FileRefused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.reason()).isEqualTo(reason);
        });
        assertThat(entries).isEmpty();
    }

    private static String batch(String one, String other) {
        return CREDIT.replaceAll(
                "(?s)<NtryDtls>.*</NtryDtls>", "<NtryDtls>" + payment(one) + payment(other) + "</NtryDtls>");
    }

    private static String payment(String amount) {
        return "<TxDtls><AmtDtls><TxAmt><Amt Ccy=\"EUR\">" + amount + "</Amt></TxAmt></AmtDtls></TxDtls>";
    }

    private static String statement(String version, String opening, String closing, String entries) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.0%s">
                  <BkToCstmrStmt><GrpHdr><MsgId>M-1</MsgId></GrpHdr>
                    <Stmt><Id>S-1</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>
                      %s%s%s
                    </Stmt></BkToCstmrStmt></Document>""".formatted(version, balance("OPBD", opening), balance("CLBD", closing), entries);
    }

    private static String balance(String code, String amount) {
        var debit = amount.startsWith("-");
        return """
                <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">%s</Amt><CdtDbtInd>%s</CdtDbtInd></Bal>""".formatted(code, debit ? amount.substring(1) : amount, debit ? "DBIT" : "CRDT");
    }

    @CanIgnoreReturnValue
    private List<BankStatement> read(String text) {
        return StatementReader.read(
                RawFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))), entries::add);
    }
}
