package io.tidemark.fog.dashboard;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.tidemark.fog.ledger.GatewayPeople;
import java.time.LocalDate;
import java.util.List;

/** Who worked in the store, for programs of this machine. */
@Controller("/api/v1/days/{day}")
final class PeopleApi {
    private final GatewayPeople people;

    PeopleApi(GatewayPeople people) {
        this.people = people;
    }

    /** The day's shifts with what they sold, and who signed on and off, locked and unlocked. */
    @Get("/people")
    PeopleTold.Day people(@PathVariable String day) {
        LocalDate wanted = GatewayApi.parsed(day);
        List<GatewayPeople.Session> sessions = people.sessions(wanted);
        return new PeopleTold.Day(
                wanted.toString(),
                PeopleOfDay.shifts(sessions, people.sales(wanted)).stream()
                        .map(PeopleTold.Shift::of)
                        .toList(),
                sessions.stream().map(PeopleTold.Session::of).toList());
    }

    /**
     * What needed a supervisor, and what leaves no receipt: drawers opened, cash paid in and out,
     * baskets given up. The latest first.
     */
    @Get("/supervised")
    List<PeopleTold.Act> supervised(@PathVariable String day) {
        return people.acts(GatewayApi.parsed(day)).stream().map(PeopleTold.Act::of).toList();
    }
}
