package io.fairlead.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Numbers for names and the set of known schemas, cached; rows never change once written. */
public final class Dictionary {

    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Integer, String> names = new ConcurrentHashMap<>();
    private final Set<Long> schemas = ConcurrentHashMap.newKeySet();

    public int number(String name) {
        var number = numbers.get(name);
        if (number == null) {
            throw new IllegalStateException("not learnt: " + name);
        }
        return number;
    }

    /** Name of a number, from the database when another node wrote it. */
    public String name(int number, Connection connection) throws SQLException {
        var known = names.get(number);
        if (known == null) {
            load(connection);
            known = names.get(number);
        }
        if (known == null) {
            throw new IllegalStateException("es_type has no number " + number + ": the dictionary was tampered with");
        }
        return known;
    }

    public boolean knows(AppendRequest request) {
        if (request.events().isEmpty()) {
            return true;
        }
        return numbers.containsKey(request.aggregateType())
                && request.events().stream()
                        .allMatch(event -> numbers.containsKey(event.type())
                                && schemas.contains(event.schema().fingerprint()));
    }

    /** Writes what is new, in a transaction of its own under the append lock. */
    public void learn(AppendRequest request, Connection connection) throws SQLException {
        try (var lock = connection.createStatement()) {
            lock.execute(WriterConnection.LOCK);
        }
        learnName(request.aggregateType(), connection);
        for (var event : request.events()) {
            learnName(event.type(), connection);
        }
        try (var insert =
                connection.prepareStatement("insert into store.es_schema values (?, ?) on conflict do nothing")) {
            for (var event : request.events()) {
                if (!schemas.contains(event.schema().fingerprint())) {
                    insert.setLong(1, event.schema().fingerprint());
                    insert.setString(2, event.schema().json());
                    insert.executeUpdate();
                }
            }
        }
        connection.commit();
        load(connection);
        connection.commit();
        request.events().forEach(event -> schemas.add(event.schema().fingerprint()));
    }

    private void learnName(String name, Connection connection) throws SQLException {
        if (numbers.containsKey(name)) {
            return;
        }
        try (var insert = connection.prepareStatement("""
                insert into store.es_type (type_no, name)
                select coalesce(max(type_no), 0) + 1, ? from store.es_type on conflict do nothing""")) {
            insert.setString(1, name);
            insert.executeUpdate();
        }
    }

    private void load(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var rows = select.executeQuery("select type_no, name from store.es_type")) {
            while (rows.next()) {
                names.put(rows.getInt(1), rows.getString(2));
                numbers.put(rows.getString(2), rows.getInt(1));
            }
        }
    }
}
