package io.tidemark.node.paper;

import java.util.Map;
import java.util.Set;

/**
 * Which articles a paper lists, and by what names.
 *
 * @param most of them, those that took in most; all others stand in one line
 */
public record Articles(int most, Names names) {
    /** Nobody reads thousands of articles on paper, unless they ask for them. */
    public static final int BEST = 25;

    /** Of a paper that lists them all: some three hundred pages. */
    public static final int ALL_MAX = 20_000;

    /**
     * What articles are called. A close-down has their codes alone: names are those of the master
     * data by the time that somebody looks, and nothing that is sealed.
     */
    public interface Names {
        /** Of those of these codes that it knows. */
        Map<String, String> of(Set<String> plus);

        /** Whose they are, for people, such as {@code master data 7}. */
        String source();
    }

    /** Nobody knows any. */
    public static final Names UNKNOWN =
            new Names() {
                @Override
                public Map<String, String> of(Set<String> plus) {
                    return Map.of();
                }

                @Override
                public String source() {
                    return "";
                }
            };

    public static Articles best(Names names) {
        return new Articles(BEST, names);
    }

    /**
     * @param all whether all are asked for
     */
    public static Articles of(boolean all, Names names) {
        return new Articles(all ? ALL_MAX : BEST, names);
    }
}
