package org.mashhub.adapter.housing.snapshot;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.mashhub.adapter.kit.testing.RecordedEvents;
import org.mashhub.hub.v1.HousingSnapshot;
import org.mashhub.hub.v1.HousingTenancy;

import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** What was kept of earlier tables, where the broker would be. */
@Component
@Primary
class SnapshotLogInMemory implements SnapshotLog {

	private final RecordedEvents events;

	private int lostFrom = Integer.MAX_VALUE;

	private int lostTo;

	SnapshotLogInMemory(RecordedEvents events) {
		this.events = events;
	}

	/** As if what was kept at these places of the log had never been written. */
	void lose(int from, int to) {
		this.lostFrom = from;
		this.lostTo = to;
	}

	@Override
	public Optional<HousingSnapshot> newest(Scope scope) {
		return kept().filter((entry) -> entry.key().equals(scope.key()))
			.filter((entry) -> entry.event() instanceof HousingSnapshot)
			.reduce((first, second) -> second)
			.map((entry) -> (HousingSnapshot) entry.event());
	}

	@Override
	public void tenancies(Scope scope, Consumer<HousingTenancy> each) {
		kept().filter((entry) -> entry.key().startsWith(scope.key() + "/")).forEach((entry) -> {
			if (entry.event() instanceof HousingTenancy tenancy) {
				each.accept(tenancy);
			}
		});
	}

	private java.util.stream.Stream<RecordedEvents.Entry> kept() {
		List<RecordedEvents.Entry> all = this.events.all();
		return java.util.stream.IntStream.range(0, all.size())
			.filter((at) -> at < this.lostFrom || at >= this.lostTo)
			.mapToObj(all::get);
	}

}
