package io.tidemark.node.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code verify} checked, and what is wrong with it. */
public record Verification(List<Check> checks) {
    /**
     * @param what the thing that was checked, with its extent: {@code journal s001.till-1.1, 1,234
     *     entries}
     * @param wrong the first thing wrong with it and where, and how to get it back
     * @param note what is as it may be, and is good to know
     */
    public record Check(String what, Optional<String> wrong, Optional<String> note) {
        public static Check sound(String what) {
            return new Check(what, Optional.empty(), Optional.empty());
        }

        public static Check wrong(String what, String wrong) {
            return new Check(what, Optional.of(wrong), Optional.empty());
        }

        public Check noting(Optional<String> told) {
            return new Check(what, wrong, told);
        }
    }

    public Verification {
        checks = List.copyOf(checks);
    }

    public boolean isSound() {
        return checks.stream().allMatch(check -> check.wrong().isEmpty());
    }

    public Verification and(Check check) {
        List<Check> more = new ArrayList<>(checks);
        more.add(check);
        return new Verification(more);
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        for (Check check : checks)
            text.append(check.wrong().isEmpty() ? "ok     " : "WRONG  ")
                    .append(check.what())
                    .append(check.wrong().map(wrong -> ": " + wrong).orElse(""))
                    .append(check.note().map(note -> "; " + note).orElse(""))
                    .append('\n');
        return text.append(isSound() ? "all is as it was recorded" : "something is wrong")
                .append('\n')
                .toString();
    }

    public String json() {
        return Json.object(
                        Json.field("ok", isSound()),
                        Json.field("checks", checks.stream().map(Verification::json).toList()))
                + "\n";
    }

    private static String json(Check check) {
        List<String> fields = new ArrayList<>(List.of(Json.field("checked", check.what())));
        check.wrong().ifPresent(wrong -> fields.add(Json.field("wrong", wrong)));
        check.note().ifPresent(note -> fields.add(Json.field("note", note)));
        return Json.object(fields);
    }
}
