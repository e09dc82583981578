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
     */
    public record Check(String what, Optional<String> wrong) {
        public static Check sound(String what) {
            return new Check(what, Optional.empty());
        }

        public static Check wrong(String what, String wrong) {
            return new Check(what, Optional.of(wrong));
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
        return check.wrong()
                .map(wrong ->
                        Json.object(
                                Json.field("checked", check.what()), Json.field("wrong", wrong)))
                .orElseGet(() -> Json.object(Json.field("checked", check.what())));
    }
}
