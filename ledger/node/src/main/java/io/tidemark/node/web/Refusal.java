package io.tidemark.node.web;

import io.micronaut.http.HttpStatus;

/** Bad input, refused at the door: thrown anywhere under a controller, answered as its problem. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public Refusal(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    /**
     * @param detail what is wrong and what to do
     */
    public Refusal(HttpStatus status, String detail) {
        this(Problem.of(status, detail));
    }

    public Problem problem() {
        return problem;
    }
}
