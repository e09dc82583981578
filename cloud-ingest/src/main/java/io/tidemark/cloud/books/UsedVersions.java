package io.tidemark.cloud.books;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which versions of the rules somebody was told postings by, what they said, and of which business
 * days. Such a version stays as it is: the same posting, asked for again, must be the same.
 *
 * <p>As text a line each: version, the digest of what it says, the first and the last business day.
 * Earlier drafts wrote the last one alone.
 */
public record UsedVersions(Map<Integer, Used> used) {
    public static final UsedVersions NONE = new UsedVersions(Map.of());

    public UsedVersions {
        used = Map.copyOf(used);
    }

    /**
     * @param digest of what it says
     * @param first the first business day that was posted by it
     * @param last the last one
     */
    public record Used(String digest, LocalDate first, LocalDate last) {
        private static Used parse(String[] fields) {
            LocalDate first = LocalDate.parse(fields[2]);
            return new Used(
                    fields[1], first, fields.length > 3 ? LocalDate.parse(fields[3]) : first);
        }

        private String text() {
            return digest + " " + first + " " + last;
        }

        /** By what it says now: measures may have come since. */
        private Used with(String said, LocalDate from, LocalDate to) {
            return new Used(
                    said, from.isBefore(first) ? from : first, to.isAfter(last) ? to : last);
        }
    }

    /**
     * @throws IllegalArgumentException if it is not what {@link #text} gave
     */
    public static UsedVersions parse(String text) {
        Map<Integer, Used> used = new TreeMap<>();
        for (String line : text.lines().toList()) {
            String[] fields = line.split(" ", -1);
            try {
                used.put(Integer.valueOf(fields[0]), Used.parse(fields));
            } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new IllegalArgumentException("'" + line + "' is no version used", e);
            }
        }
        return new UsedVersions(used);
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(used)
                .forEach((version, of) ->
                        text.append(version).append(' ').append(of.text()).append('\n'));
        return text.toString();
    }

    /** With postings of these business days; the same if that says nothing new. */
    public UsedVersions with(RuleSet version, LocalDate first, LocalDate last) {
        Used known = used.get(version.version());
        Used now =
                known == null
                        ? new Used(version.digest(), first, last)
                        : known.with(version.digest(), first, last);
        if (now.equals(known)) return this;
        Map<Integer, Used> more = new TreeMap<>(used);
        more.put(version.version(), now);
        return new UsedVersions(more);
    }

    /** What these rules say otherwise than those that were used, each with what to do. */
    public List<String> changedIn(PostingRules rules) {
        List<String> faults = new ArrayList<>();
        new TreeMap<>(used)
                .forEach((version, of) -> changed(version, of, rules).ifPresent(faults::add));
        return faults;
    }

    private static Optional<String> changed(int version, Used used, PostingRules rules) {
        Optional<RuleSet> now =
                rules.versions().stream().filter(each -> each.version() == version).findFirst();
        if (now.isEmpty())
            return Optional.of(posted(version, used) + ", which is gone: put it back as it was");
        if (!says(now.get(), used))
            return Optional.of(
                    posted(version, used)
                            + ", which has been changed since: put it back as it was, and write what is"
                            + " to be otherwise as a version with a new number, from a business day"
                            + " after that");
        return moved(version, used, rules);
    }

    /** Rules for what no close-down had then are no change. */
    private static boolean says(RuleSet now, Used used) {
        return now.digest().equals(used.digest()) || now.digestBefore().equals(used.digest());
    }

    /** A version is in force without a gap, so its first and its last day tell of all between. */
    private static Optional<String> moved(int version, Used used, PostingRules rules) {
        RuleSet atLast = rules.inForce(used.last());
        if (atLast.version() != version)
            return Optional.of(
                    posted(version, used)
                            + ", and version "
                            + atLast.version()
                            + " now begins on "
                            + atLast.from()
                            + ": have it begin after "
                            + used.last());
        RuleSet atFirst = rules.inForce(used.first());
        if (atFirst.version() != version)
            return Optional.of(
                    posted(version, used)
                            + ", and "
                            + used.first()
                            + " would now be posted by version "
                            + atFirst.version()
                            + ": have version "
                            + version
                            + " begin no later than "
                            + used.first());
        return Optional.empty();
    }

    private static String posted(int version, Used used) {
        return "business days from "
                + used.first()
                + " to "
                + used.last()
                + " were posted by version "
                + version;
    }
}
