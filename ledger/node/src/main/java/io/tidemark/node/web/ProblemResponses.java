package io.tidemark.node.web;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a problem of every error that Micronaut answers itself: bad JSON, unknown route, too large,
 * a bug.
 */
@Singleton
final class ProblemResponses implements ErrorResponseProcessor<Object> {
    private final String description;

    /**
     * @param api under which the API's description is found
     */
    ProblemResponses(@Property(name = LoopbackServer.API, defaultValue = "") String api) {
        this.description =
                "see the API's description"
                        + (api.isEmpty() ? "" : ", " + LoopbackServer.DESCRIPTIONS + api + ".yml");
    }

    @Override
    @SuppressWarnings("unchecked") // a response has one body, of whatever class
    public MutableHttpResponse<Object> processResponse(
            ErrorContext context, MutableHttpResponse<?> response) {
        HttpStatus status = response.status();
        MutableHttpResponse<?> answer =
                ProblemAnswer.to(context.getRequest(), Problem.of(status, detail(status, context)));
        response.getHeaders().forEachValue(answer.getHeaders()::set);
        return (MutableHttpResponse<Object>) answer;
    }

    private String detail(HttpStatus status, ErrorContext context) {
        return switch (status) {
            case NOT_FOUND ->
                    "there is nothing at " + context.getRequest().getPath() + "; " + description;
            case METHOD_NOT_ALLOWED ->
                    context.getRequest().getMethodName()
                            + " is not for "
                            + context.getRequest().getPath();
            case INTERNAL_SERVER_ERROR ->
                    "a bug: the node's log says more. Nothing was recorded unless a repeat of the command says so";
            default -> reason(context).orElse(status.getReason());
        };
    }

    /**
     * A value that a record refuses says best what is wrong; it lies under what the JSON reader
     * made of it.
     */
    private static Optional<String> reason(ErrorContext context) {
        return context.getRootCause()
                .flatMap(cause -> WrongParameter.reason(cause).or(() -> refusedValue(cause)))
                .or(() -> Optional.of(messages(context)).filter(text -> !text.isBlank()));
    }

    private static Optional<String> refusedValue(Throwable thrown) {
        Set<Throwable> seen = new HashSet<>();
        return Stream.iterate(
                        thrown, cause -> cause != null && seen.add(cause), Throwable::getCause)
                .filter(IllegalArgumentException.class::isInstance)
                .map(Throwable::getMessage)
                .filter(message -> message != null && !message.isBlank())
                .findFirst();
    }

    private static String messages(ErrorContext context) {
        return context.getErrors().stream()
                .map(Error::getMessage)
                .collect(Collectors.joining("; "));
    }
}
