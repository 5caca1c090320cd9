package org.mashhub.correlation.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;

import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.hub.v1.AreaEntry;
import org.mashhub.hub.v1.Observation;

/** Decides where a record belongs and what it says. */
public final class Intake {

	private final ObservationFactory factory;

	/**
	 * Creates an intake.
	 * @param factory translates
	 */
	public Intake(ObservationFactory factory) {
		this.factory = factory;
	}

	/**
	 * Takes a record in.
	 * @param received an agency's event, or a record of the hub itself
	 * @param areas areas known now
	 * @param routes where records went; told where this one goes
	 * @param loggedAt when the broker had it
	 * @return observations with their areas, none while no area is known for it
	 * @throws IllegalArgumentException when no translator knows it
	 */
	public List<Routing> take(SpecificRecord received, AreaTable areas, Routes routes, Instant loggedAt) {
		Optional<EventHeader> header = ObservationFactory.header(received);
		if (header.isEmpty()) {
			return areas.ofHubRecord(received)
				.stream()
				.map((area) -> this.factory.observeHubRecord(received, area, loggedAt)
					.map((observation) -> new Routing(area, observation)))
				.flatMap(Optional::stream)
				.toList();
		}
		Destinations destinations = Destinations.of(header.get(), ObservationFactory.people(received), areas, routes);
		List<Routing> routings = new ArrayList<>();
		destinations.told()
			.forEach((area) -> routings.add(new Routing(area, this.factory.observe(received, area, loggedAt))));
		destinations.withdrawn()
			.forEach((area) -> routings.add(new Routing(area, this.factory.withdrawal(received, area, loggedAt))));
		if (destinations.remembered() != null) {
			routes.remember(Destinations.record(header.get()), destinations.remembered());
		}
		return routings;
	}

	/**
	 * A tick of an area's clock.
	 * @param area the area
	 * @param at the time
	 * @return the observation
	 */
	public Observation tick(AreaEntry area, Instant at) {
		return this.factory.tick(area, at);
	}

	/**
	 * An observation and the area it goes to.
	 *
	 * @param area the area
	 * @param observation the observation
	 */
	public record Routing(AreaEntry area, Observation observation) {
	}

}
