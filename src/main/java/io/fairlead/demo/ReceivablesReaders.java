package io.fairlead.demo;

import io.fairlead.demo.AgreedReceivables.Reader;
import io.fairlead.launch.LocalStack;
import io.fairlead.launch.Login;
import io.fairlead.launch.Secrets;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Who tells beside the HTTP API what customers owe: schema {@code bi}, to whoever makes reports, and the sandbox ERP's ledger. */
final class ReceivablesReaders {

    private static final String MOVEMENTS = """
            select d.living_customer_id, m.entity_id, m.currency, sum(m.gross_amount)
            from bi.fact_receivable_movement m join bi.dim_customer d on d.customer_id = m.customer_id group by 1, 2, 3""";
    private static final String OPEN_ITEMS = """
            select d.living_customer_id, i.entity_id, i.currency, sum(i.open_amount)
            from bi.fact_open_item i join bi.dim_customer d on d.customer_id = i.customer_id group by 1, 2, 3""";

    /** Without a reader's login, as beside a database of somebody else's, {@code bi} is not asked. */
    static List<Reader> of(LocalStack stack, StoryClient erp) {
        var readers = new ArrayList<Reader>();
        if (Files.exists(new Secrets(stack.data()).file(Login.READER.file()))) {
            var url = Login.READER.url(stack.addresses().databaseUrl(), stack.data());
            readers.add(new Bi("bi", url, MOVEMENTS));
            readers.add(new Bi("bi open items", url, OPEN_ITEMS));
        }
        readers.add(new Erp("ERP", erp));
        return readers;
    }

    /** A query of schema bi: customer, company, currency, amount. */
    private record Bi(String name, String url, String query) implements Reader {

        @Override
        public void read(BiConsumer<String, BigDecimal> each) {
            try (var connection = DriverManager.getConnection(url);
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    each.accept(
                            AgreedReceivables.account(rows.getString(1), rows.getString(2), rows.getString(3)),
                            rows.getBigDecimal(4));
                }
            } catch (SQLException e) {
                throw new IllegalStateException("schema bi does not answer: " + e.getMessage(), e);
            }
        }
    }

    /** What debtors owe by the ERP's own books. Money that is nobody's yet is on no customer's account. */
    private record Erp(String name, StoryClient erp) implements Reader {

        @Override
        public void read(BiConsumer<String, BigDecimal> each) {
            for (var account : erp.readOnce("/ledger").path("accounts")) {
                var customer = account.path("customerRef").asString("");
                if (!customer.isEmpty()) {
                    each.accept(
                            AgreedReceivables.account(
                                    customer,
                                    "legal-entity:" + account.path("company").asString(""),
                                    account.path("currency").asString("")),
                            Billing.amount(account, "balance"));
                }
            }
        }
    }

    private ReceivablesReaders() {}
}
