package io.tidemark.cloud.books;

import io.tidemark.cloud.books.Account.Division;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a rules file. Notes everything that is wrong with it before it refuses. */
public final class RulesFile {
    /** Bytes of a file: far beyond a thousand rules. */
    public static final int BYTES_MAX = 1 << 20;

    private static final int ACCOUNTS_MAX = 1_000;
    private static final int VERSIONS_MAX = 1_000;
    private static final int RULES_MAX = 1_000;
    private static final int TEXT_MAX = 64;
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]{0,15}");
    private static final Set<String> FILE_FIELDS = Set.of("accounts", "versions");
    private static final Set<String> ACCOUNT_FIELDS =
            Set.of("code", "name", "kind", "by", "clears");
    private static final Set<String> VERSION_FIELDS = Set.of("version", "from", "rules");
    private static final Set<String> RULE_FIELDS =
            Set.of("of", "currency", "tender", "department", "vat", "debit", "credit", "post");

    private final List<String> faults = new ArrayList<>();
    private final Map<String, Account> chart = new LinkedHashMap<>();

    /** Of the chart, also of accounts that something else is wrong with. */
    private final Set<String> codes = new HashSet<>();

    private final RulesYaml file;

    private RulesFile(RulesYaml file) {
        this.file = file;
    }

    /**
     * @param source the file's name, for messages
     * @throws BadRules naming all that is wrong
     */
    public static PostingRules parse(String yaml, String source) {
        RulesFile file = new RulesFile(RulesYaml.read(yaml, source));
        List<RuleSet> versions = file.read();
        if (file.faults.isEmpty()) file.faults.addAll(new RulesCheck(versions).faults());
        if (!file.faults.isEmpty()) throw new BadRules(source, file.faults);
        return new PostingRules(source, List.copyOf(file.chart.values()), versions);
    }

    private List<RuleSet> read() {
        Map<?, ?> root = file.root();
        requireKnown(root, FILE_FIELDS, "the file");
        for (Item account : items(root, "accounts", ACCOUNTS_MAX, "account")) account(account);
        List<RuleSet> versions = new ArrayList<>();
        for (Item version : items(root, "versions", VERSIONS_MAX, "version"))
            version(version).ifPresent(versions::add);
        return versions;
    }

    /** An item of a list, and what messages call it. */
    private record Item(Map<?, ?> fields, String place) {
        private @Nullable Object value(String field) {
            return fields.get(field);
        }
    }

    private List<Item> items(Map<?, ?> parent, String field, int max, String one) {
        List<Item> items = new ArrayList<>();
        if (!(parent.get(field) instanceof List<?> list) || list.isEmpty() || list.size() > max) {
            faults.add("`" + field + ":` must list 1 to " + max + " of them");
            return items;
        }
        for (int i = 0; i < list.size(); i++) {
            String place = one + " " + (i + 1);
            if (list.get(i) instanceof Map<?, ?> fields)
                items.add(new Item(fields, file.lineOf(fields) + ", " + place));
            else faults.add(place + " has no fields; write them in braces");
        }
        return items;
    }

    private void account(Item item) {
        requireKnown(item.fields(), ACCOUNT_FIELDS, item.place());
        Optional<String> code = text(item, "code").filter(text -> isCode(text, item));
        code.ifPresent(codes::add);
        Optional<String> name = text(item, "name");
        Optional<Account.Kind> kind = text(item, "kind").flatMap(text -> kind(text, item));
        if (code.isEmpty() || name.isEmpty() || kind.isEmpty()) return;
        Account account =
                new Account(code.get(), name.get(), kind.get(), divisions(item), clears(item));
        if (chart.putIfAbsent(account.code(), account) != null)
            faults.add(
                    item.place() + ": there are two accounts " + account.code() + "; remove one");
    }

    private boolean isCode(String text, Item item) {
        boolean fits = CODE.matcher(text).matches();
        if (!fits)
            faults.add(
                    item.place()
                            + ": '"
                            + text
                            + "' is no account code; write up to 16 letters, digits, dots and hyphens");
        return fits;
    }

    private Optional<Account.Kind> kind(String text, Item item) {
        Optional<Account.Kind> kind = Account.Kind.of(text);
        if (kind.isEmpty())
            faults.add(
                    item.place()
                            + ": kind is '"
                            + text
                            + "'; write asset, liability, income, expense or clearing");
        return kind;
    }

    private List<Division> divisions(Item item) {
        Object value = item.value("by");
        if (value == null) return List.of();
        List<Division> divisions = new ArrayList<>();
        if (value instanceof List<?> list)
            for (Object each : list) Division.of(String.valueOf(each)).ifPresent(divisions::add);
        if (!(value instanceof List<?> list) || list.size() != divisions.size())
            faults.add(
                    item.place()
                            + ": by is '"
                            + value
                            + "'; write some of [tender, department, vat]");
        return divisions;
    }

    private boolean clears(Item item) {
        Object value = item.value("clears");
        if (value == null) return false;
        if (value instanceof Boolean clears) return clears;
        faults.add(item.place() + ": clears is '" + value + "'; write true, or leave it out");
        return false;
    }

    private Optional<RuleSet> version(Item item) {
        requireKnown(item.fields(), VERSION_FIELDS, item.place());
        int before = faults.size();
        int number = item.value("version") instanceof Integer value ? value : 0;
        if (number < 1) faults.add(item.place() + ": write `version:` with a number from 1");
        Optional<LocalDate> from = day(item.value("from"));
        if (from.isEmpty())
            faults.add(
                    item.place()
                            + ": write `from:` with the first business day it is for, such as 2027-01-01");
        List<Rule> rules = new ArrayList<>();
        for (Item rule : items(item.fields(), "rules", RULES_MAX, "version " + number + ", rule"))
            rule(rule).ifPresent(rules::add);
        if (faults.size() > before || from.isEmpty()) return Optional.empty();
        return Optional.of(new RuleSet(number, from.get(), chart, rules));
    }

    private Optional<Rule> rule(Item item) {
        requireKnown(item.fields(), RULE_FIELDS, item.place());
        int before = faults.size();
        Optional<Measure> measure = text(item, "of").flatMap(text -> measure(text, item));
        Rule.When when =
                new Rule.When(
                        home(item),
                        optional(item, "tender"),
                        optional(item, "department"),
                        optional(item, "vat"));
        Optional<Rule.Pair> pair = pair(item);
        if (faults.size() > before || measure.isEmpty()) return Optional.empty();
        return Optional.of(new Rule(item.place(), measure.get(), when, pair));
    }

    private Optional<Measure> measure(String text, Item item) {
        Optional<Measure> measure = Measure.of(text);
        if (measure.isEmpty())
            faults.add(
                    item.place()
                            + ": nothing is called '"
                            + text
                            + "'; write one of "
                            + String.join(
                                    ", ",
                                    java.util.Arrays.stream(Measure.values())
                                            .map(Measure::label)
                                            .toList()));
        return measure;
    }

    private Optional<Boolean> home(Item item) {
        return optional(item, "currency")
                .flatMap(text ->
                        switch (text) {
                            case "home" -> Optional.of(true);
                            case "foreign" -> Optional.of(false);
                            default -> {
                                faults.add(
                                        item.place()
                                                + ": currency is '"
                                                + text
                                                + "'; write home or foreign");
                                yield Optional.empty();
                            }
                        });
    }

    private Optional<Rule.Pair> pair(Item item) {
        Optional<String> debit = optional(item, "debit");
        Optional<String> credit = optional(item, "credit");
        Optional<String> post = optional(item, "post");
        if (post.isPresent()) {
            if (!post.get().equals("nothing") || debit.isPresent() || credit.isPresent())
                faults.add(item.place() + ": write `post: nothing` alone, or a debit and a credit");
            return Optional.empty();
        }
        if (debit.isEmpty() || credit.isEmpty()) {
            faults.add(
                    item.place()
                            + " cannot balance: it has no "
                            + (debit.isEmpty() ? "debit" : "credit")
                            + "; name both accounts, or write `post: nothing`");
            return Optional.empty();
        }
        for (String code : List.of(debit.get(), credit.get()))
            if (!codes.contains(code))
                faults.add(
                        item.place()
                                + ": account "
                                + code
                                + " is not in the chart; add it under `accounts:`, or correct the number");
        if (debit.get().equals(credit.get()))
            faults.add(
                    item.place()
                            + ": debit and credit are the same account; name two, or write `post: nothing`");
        return Optional.of(new Rule.Pair(debit.get(), credit.get()));
    }

    private void requireKnown(Map<?, ?> fields, Set<String> known, String place) {
        for (Object field : fields.keySet())
            if (!known.contains(String.valueOf(field)))
                faults.add(
                        place
                                + ": field "
                                + field
                                + " is unknown; there are "
                                + String.join(", ", known.stream().sorted().toList()));
    }

    private Optional<String> text(Item item, String field) {
        Optional<String> text = optional(item, field);
        if (text.isEmpty() && item.value(field) == null)
            faults.add(item.place() + ": write `" + field + ":`");
        return text;
    }

    /** Also a number, for codes that someone wrote without quotes. */
    private Optional<String> optional(Item item, String field) {
        Object value = item.value(field);
        if (value == null) return Optional.empty();
        String text = String.valueOf(value);
        boolean simple = value instanceof String || value instanceof Integer;
        if (simple && !text.isBlank() && text.length() <= TEXT_MAX) return Optional.of(text);
        faults.add(
                item.place()
                        + ": "
                        + field
                        + " is '"
                        + value
                        + "'; write text of 1 to "
                        + TEXT_MAX
                        + " characters, in quotes");
        return Optional.empty();
    }

    private static Optional<LocalDate> day(@Nullable Object value) {
        try {
            return Optional.of(LocalDate.parse(String.valueOf(value)));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
