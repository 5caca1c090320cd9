package org.mashhub.adapter.housing.snapshot;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.mashhub.adapter.housing.snapshot.SnapshotAnswer.Counts;
import org.mashhub.adapter.housing.snapshot.SnapshotAnswer.Outcome;
import org.mashhub.adapter.kit.EventLog;
import org.mashhub.adapter.kit.EventPublisher;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.NoticeReader;
import org.mashhub.adapter.kit.NoticeRefusedException;
import org.mashhub.adapter.kit.Sender;
import org.mashhub.adapter.kit.lines.NoticeLines;
import org.mashhub.hub.v1.HousingSnapshot;
import org.mashhub.hub.v1.HousingSnapshotState;
import org.mashhub.hub.v1.HousingTenancy;
import org.mashhub.messaging.Contracts;

import org.springframework.stereotype.Component;

/**
 * Takes a landlord's table of all tenancies. Nothing is published before the whole table
 * was read and believed. Of each tenancy first the events are acknowledged, then what is
 * known of it: cut off in between, the same table again completes the rest.
 */
@Component
class SnapshotIntake {

	private static final Logger LOG = LoggerFactory.getLogger(SnapshotIntake.class);

	/** How many tenancies may wait for the broker at once. */
	private static final int WINDOW = 200;

	/** How many tenancies are compared at once where nobody can have moved. */
	private static final int CHUNK = 1000;

	private final SnapshotLog known;

	private final EventLog log;

	private final EventPublisher publisher;

	private final SnapshotTranslator translator;

	private final NoticeReader reader;

	private final SnapshotProperties properties;

	private final Set<Scope> running = ConcurrentHashMap.newKeySet();

	SnapshotIntake(SnapshotLog known, EventLog log, EventPublisher publisher, SnapshotTranslator translator,
			NoticeReader reader, SnapshotProperties properties) {
		this.known = known;
		this.log = log;
		this.publisher = publisher;
		this.translator = translator;
		this.reader = reader;
		this.properties = properties;
	}

	/**
	 * Takes a table.
	 * @param sender who sends it
	 * @param date its day
	 * @param lines the table
	 * @param confirm id of a table that was held and is confirmed; null when none is
	 * @param dryRun whether nothing is to be published
	 * @return what became of it
	 * @throws IOException when it cannot be read on
	 * @throws NoticeRefusedException when it cannot be right
	 * @throws SnapshotHeldException when it must be confirmed first
	 */
	SnapshotAnswer take(Sender sender, LocalDate date, NoticeLines lines, @Nullable String confirm, boolean dryRun)
			throws IOException {
		Scope scope = Scope.of(sender);
		if (!this.running.add(scope)) {
			throw refusal("", "another table of yours is being taken", "Wait for its answer, then send this one.");
		}
		try {
			return new Run(sender, scope, date, this.known.newest(scope)).take(lines, confirm, dryRun);
		}
		finally {
			this.running.remove(scope);
		}
	}

	private static void await(CompletableFuture<?> acknowledged) {
		try {
			acknowledged.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	private static NoticeRefusedException refusal(String field, String problem, String remedy) {
		return new NoticeRefusedException(List.of(new FieldProblem(field, problem, remedy)));
	}

	/** One table. */
	private final class Run {

		private final Sender sender;

		private final Scope scope;

		private final LocalDate date;

		private final @Nullable HousingSnapshot newest;

		/** Day of the last table that was applied to its end. */
		private final @Nullable LocalDate since;

		private final Marks marks;

		private final Deque<CompletableFuture<?>> pending = new ArrayDeque<>();

		private Counts counts = Counts.NONE;

		Run(Sender sender, Scope scope, LocalDate date, Optional<HousingSnapshot> newest) {
			this.scope = scope;
			this.date = date;
			this.newest = newest.orElse(null);
			this.since = newest
				.flatMap((last) -> isApplied(last) ? Optional.of(last.getTakenOn()) : last.getPreviousOn())
				.orElse(null);
			this.marks = new Marks(this.since);
			// The first table tells what has long been so: it counts, but nobody is
			// paged.
			this.sender = (this.since != null) ? sender
					: new Sender(sender.agency(), sender.organisation(), sender.areaHint(), true);
		}

		SnapshotAnswer take(NoticeLines lines, @Nullable String confirm, boolean dryRun) throws IOException {
			if (this.newest != null && this.date.isBefore(this.newest.getTakenOn())) {
				throw refusal("date", "is older than the last table", "Send the newest table only.");
			}
			SnapshotIntake.this.known.tenancies(this.scope, this.marks::note);
			Table table = Table.read(lines, SnapshotIntake.this.reader, this.marks, this.date,
					SnapshotIntake.this.properties);
			UUID id = table.id(this.scope);
			boolean again = this.newest != null && id.equals(this.newest.getSnapshotId());
			if (again && isApplied(this.newest)) {
				return answer(table, id, Outcome.ALREADY_APPLIED);
			}
			if (!again && this.newest != null && this.date.equals(this.newest.getTakenOn())) {
				throw refusal("date", "has a table already, and this is another",
						"Send that one again if it was cut off, else the next night's.");
			}
			holdWhatIsUnlikely(table, id, confirm);
			if (!dryRun) {
				await(append(header(table, id, HousingSnapshotState.APPLYING)));
			}
			apply(table, dryRun);
			if (!dryRun) {
				await(append(header(table, id, HousingSnapshotState.APPLIED)));
			}
			LOG.atInfo()
				.addKeyValue("organisation", this.scope.organisation())
				.addKeyValue("snapshotId", id)
				.addKeyValue("tenancies", table.tenancies())
				.addKeyValue("changes", this.counts)
				.addKeyValue("dryRun", dryRun)
				.log("Took a table of tenancies");
			return answer(table, id, dryRun ? Outcome.DRY_RUN : Outcome.APPLIED);
		}

		private void holdWhatIsUnlikely(Table table, UUID id, @Nullable String confirm) {
			int open = this.marks.open();
			int ending = table.ending() + this.marks.endedBy(table).size();
			SnapshotHeldException.Reason reason = null;
			if (this.newest != null && !isApplied(this.newest) && !id.equals(this.newest.getSnapshotId())) {
				reason = SnapshotHeldException.Reason.UNFINISHED;
			}
			else if (SnapshotIntake.this.properties.isTooMany(ending, open)) {
				reason = SnapshotHeldException.Reason.TOO_MANY_ENDED;
			}
			if (reason != null && !id.toString().equals(confirm)) {
				LOG.atWarn()
					.addKeyValue("organisation", this.scope.organisation())
					.addKeyValue("snapshotId", id)
					.addKeyValue("reason", reason)
					.addKeyValue("open", open)
					.addKeyValue("ending", ending)
					.log("Held a table of tenancies until it is confirmed");
				throw new SnapshotHeldException(reason, id, open, ending);
			}
		}

		private void apply(Table table, boolean dryRun) {
			Set<String> leftOut = this.marks.endedBy(table);
			Set<String> changedAlready = this.marks.changedOn(this.date);
			Set<String> all = new TreeSet<>(table.keptReferences());
			all.addAll(leftOut);
			all.addAll(changedAlready);
			boolean mayMove = table.ends() || !leftOut.isEmpty() || !changedAlready.isEmpty();
			Map<String, KnownTenancy> previous = previous(all);
			List<String> references = new ArrayList<>(all);
			int size = mayMove ? references.size() : CHUNK;
			for (int from = 0; from < references.size(); from += size) {
				Set<String> chunk = new TreeSet<>(references.subList(from, Math.min(from + size, references.size())));
				Map<String, KnownTenancy> before = new TreeMap<>(previous);
				before.keySet().retainAll(chunk);
				// What is refused stands as it was.
				before.keySet()
					.removeIf((reference) -> table.has(reference) && !table.keptReferences().contains(reference));
				for (SnapshotDiff.Step step : SnapshotDiff.between(before, table.kept(chunk), this.date)) {
					for (Change change : step.changes()) {
						this.counts = this.counts.plus(change);
					}
					if (!dryRun) {
						publish(step);
					}
				}
			}
			settleTo(0);
		}

		private Map<String, KnownTenancy> previous(Set<String> references) {
			Map<String, KnownTenancy> previous = new TreeMap<>();
			if (references.stream().anyMatch((reference) -> this.marks.of(reference) != null)) {
				SnapshotIntake.this.known.tenancies(this.scope, (tenancy) -> {
					if (references.contains(tenancy.getTenancyReference())) {
						previous.put(tenancy.getTenancyReference(), SnapshotRecords.known(tenancy));
					}
				});
			}
			return previous;
		}

		private void publish(SnapshotDiff.Step step) {
			CompletableFuture<?>[] events = step.changes()
				.stream()
				.map((change) -> SnapshotIntake.this.publisher
					.begin(SnapshotIntake.this.translator.event(this.sender, this.date, change)))
				.toArray(CompletableFuture<?>[]::new);
			this.pending.add(CompletableFuture.allOf(events)
				.thenCompose((told) -> append(SnapshotRecords.record(this.scope, step.known()))));
			settleTo(WINDOW);
		}

		private void settleTo(int size) {
			while (this.pending.size() > size) {
				await(this.pending.removeFirst());
			}
		}

		private CompletableFuture<Void> append(SpecificRecord kept) {
			String key = (kept instanceof HousingTenancy tenancy)
					? this.scope.key() + "/" + tenancy.getTenancyReference() : this.scope.key();
			return SnapshotIntake.this.log.append(Contracts.topicOf(kept.getClass()), key, kept);
		}

		private HousingSnapshot header(Table table, UUID id, HousingSnapshotState state) {
			return HousingSnapshot.newBuilder()
				.setOrganisationCode(this.scope.organisation())
				.setAreaHint(this.scope.areaHint())
				.setSnapshotId(id)
				.setTakenOn(this.date)
				.setPreviousOn(this.since)
				.setTenancies(table.tenancies())
				.setState(state)
				.build();
		}

		private SnapshotAnswer answer(Table table, UUID id, Outcome outcome) {
			return new SnapshotAnswer(id, this.date, outcome, table.tenancies(), table.passedOver(), this.counts,
					table.refused());
		}

		private static boolean isApplied(@Nullable HousingSnapshot snapshot) {
			return snapshot != null && snapshot.getState() == HousingSnapshotState.APPLIED;
		}

	}

}
