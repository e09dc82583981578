package io.tidemark.cloud.books;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which versions of the rules somebody was told postings by, what they said, and up to which
 * business day. Such a version stays as it is: the same posting, asked for again, must be the same.
 *
 * <p>As text a line each: version, the digest of what it says, the last business day.
 */
public record UsedVersions(Map<Integer, Used> used) {
    public static final UsedVersions NONE = new UsedVersions(Map.of());

    public UsedVersions {
        used = Map.copyOf(used);
    }

    /**
     * @param digest of what it says
     * @param last the last business day that was posted by it
     */
    public record Used(String digest, LocalDate last) {}

    /**
     * @throws IllegalArgumentException if it is not what {@link #text} gave
     */
    public static UsedVersions parse(String text) {
        Map<Integer, Used> used = new TreeMap<>();
        for (String line : text.lines().toList()) {
            String[] fields = line.split(" ", -1);
            try {
                used.put(
                        Integer.valueOf(fields[0]),
                        new Used(fields[1], LocalDate.parse(fields[2])));
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
                        text.append(version)
                                .append(' ')
                                .append(of.digest())
                                .append(' ')
                                .append(of.last())
                                .append('\n'));
        return text.toString();
    }

    /** With a posting of this business day; the same if that says nothing new. */
    public UsedVersions with(RuleSet version, LocalDate day) {
        Used known = used.get(version.version());
        if (known != null && !known.last().isBefore(day)) return this;
        Map<Integer, Used> more = new TreeMap<>(used);
        more.put(version.version(), new Used(version.digest(), day));
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
            return Optional.of(posted(version, used) + " and is gone: put it back as it was");
        if (!now.get().digest().equals(used.digest()))
            return Optional.of(
                    posted(version, used)
                            + " and has been changed since: put it back as it was, and write what is"
                            + " to be otherwise as a version with a new number, from a business day"
                            + " after that");
        RuleSet inForce = rules.inForce(used.last());
        if (inForce.version() == version) return Optional.empty();
        return Optional.of(
                posted(version, used)
                        + ", and version "
                        + inForce.version()
                        + " now begins on "
                        + inForce.from()
                        + ": have it begin after "
                        + used.last());
    }

    private static String posted(int version, Used used) {
        return "business days up to " + used.last() + " were posted by version " + version;
    }
}
