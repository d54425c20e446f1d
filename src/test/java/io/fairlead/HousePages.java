package io.fairlead;

import io.fairlead.Sources.Source;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with a page: each check answers with sentences, none when all is well. */
final class HousePages {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]*)(?:#([^)]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern TYPE = Pattern.compile("`([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)`");
    private static final Pattern SQL_NAME = Pattern.compile("`([a-z]+(?:_[a-z]+)+)`");
    private static final Pattern MONEY_RULE = Pattern.compile("\\bR(\\d{1,2})\\b");
    private static final Pattern STATED = Pattern.compile("(?m)^## R(\\d{1,2}) ");
    private static final Pattern VARIABLE = Pattern.compile("\\bFAIRLEAD_[A-Z0-9_]+");
    /** Each rule is a method that answers with a condition; {@code condition} makes them. */
    private static final Pattern HOUSE_RULE =
            Pattern.compile("(?m)^ {4}static ArchCondition<\\w+> (?!condition\\b)(\\w+)\\(");

    private static final Pattern CAPABILITY = Pattern.compile("(?m)^\\| ([a-z]+) \\|");
    private static final Pattern PART = Pattern.compile("(?m)^## (.+)$");
    private static final List<String> PARTS = List.of("Why", "What", "Price");

    /** Links of a page that lead to no file, or to no heading of it. */
    static List<String> brokenLinks(Source page) {
        var folder = page.path().toAbsolutePath().resolveSibling("");
        return LINK.matcher(page.text())
                .results()
                .filter(link -> !link.group(1).startsWith("http"))
                .filter(link -> {
                    var target = link.group(1).isEmpty() ? page.path() : folder.resolve(link.group(1));
                    var anchor = link.group(2);
                    return !Files.exists(target)
                            || (anchor != null
                                    && !anchors(link.group(1).isEmpty() ? page.text() : Sources.read(target))
                                            .contains(anchor));
                })
                .map(link -> page.shown() + " -> " + link.group(1) + (link.group(2) == null ? "" : "#" + link.group(2)))
                .toList();
    }

    /** Headings of a page as links name them. */
    static Set<String> anchors(String page) {
        return HEADING.matcher(page)
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /** Classes, and names of SQL, that a page has in code style and nobody else has. */
    static List<String> unknownNames(String page, Set<String> types, String sql) {
        return Stream.concat(
                        TYPE.matcher(page).results().map(name -> name.group(1)).filter(name -> !types.contains(name)),
                        SQL_NAME.matcher(page)
                                .results()
                                .map(name -> name.group(1))
                                .filter(name -> !sql.contains(name)))
                .distinct()
                .toList();
    }

    /** Money rules that texts mention and the page does not state. */
    static List<String> unstatedMoneyRules(String page, Stream<String> texts) {
        var stated = found(STATED, page);
        return texts.flatMap(text -> found(MONEY_RULE, text).stream())
                .filter(number -> !stated.contains(number))
                .map(number -> "R" + number)
                .distinct()
                .sorted()
                .toList();
    }

    /** Variables that only one of page and code names; one that ends with _ stands for all that begin so. */
    static List<String> variablesApart(String page, Stream<String> texts) {
        var told = all(VARIABLE, page);
        var read = new TreeSet<String>();
        texts.forEach(text -> read.addAll(all(VARIABLE, text)));
        var untold = read.stream().filter(name -> told.stream().noneMatch(each -> isMeant(name, each)));
        var unread = told.stream().filter(name -> read.stream().noneMatch(each -> isMeant(each, name)));
        return Stream.concat(
                        untold.map(name -> name + " is read and not told"),
                        unread.map(name -> name + " is told and not read"))
                .toList();
    }

    private static boolean isMeant(String inCode, String onPage) {
        return inCode.equals(onPage) || (inCode.endsWith("_") && onPage.startsWith(inCode));
    }

    /** Rules on classes that the page does not name. */
    static List<String> unnamedRules(String page, Stream<String> rules) {
        return rules.flatMap(text -> found(HOUSE_RULE, text).stream())
                .filter(rule -> !page.contains("`" + rule + "`"))
                .toList();
    }

    /** First column of the table below the heading Capabilities. */
    static Set<String> capabilities(String page) {
        var section = page.substring(page.indexOf("## Capabilities") + 1);
        var rows = found(CAPABILITY, section.substring(0, section.indexOf("\n## ")));
        rows.remove("capability");
        return rows;
    }

    /** Records that the index does not list, or that lack a part. */
    static List<String> incompleteRecords(String index, Collection<Source> records) {
        return records.stream()
                .flatMap(record -> {
                    var name = record.path().getFileName().toString();
                    var title = "# " + name.substring(0, 4) + ": ";
                    return Stream.of(
                                    index.contains("](" + name + ")")
                                            ? Stream.<String>of()
                                            : Stream.of(name + " is not listed"),
                                    record.text().startsWith(title)
                                            ? Stream.<String>of()
                                            : Stream.of(name + " does not begin with '" + title + "'"),
                                    PARTS.stream()
                                            .filter(part ->
                                                    !found(PART, record.text()).contains(part))
                                            .map(part -> name + " has no part ## " + part))
                            .flatMap(each -> each);
                })
                .toList();
    }

    /** Lines that only one of two texts has, as a patch shows them. */
    static List<String> difference(String before, String after) {
        var old = before.lines().toList();
        var fresh = after.lines().toList();
        return Stream.concat(
                        old.stream().filter(line -> !fresh.contains(line)).map(line -> "- " + line),
                        fresh.stream().filter(line -> !old.contains(line)).map(line -> "+ " + line))
                .toList();
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private HousePages() {}
}
