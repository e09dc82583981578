package io.tidemark.cloud.books;

import java.util.List;

/** A rules file that nothing can be posted by: all that is wrong with it, and what to do. */
public final class BadRules extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Shown at a time. */
    private static final int FAULTS_MAX = 20;

    public BadRules(String source, List<String> faults) {
        super(message(source, faults));
    }

    private static String message(String source, List<String> faults) {
        StringBuilder text = new StringBuilder(source).append(" cannot be posted by:");
        faults.stream().limit(FAULTS_MAX).forEach(fault -> text.append("\n  ").append(fault));
        if (faults.size() > FAULTS_MAX)
            text.append("\n  and ").append(faults.size() - FAULTS_MAX).append(" more");
        return text.toString();
    }
}
