package org.mashhub.correlation.area;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.family.Families;
import org.mashhub.correlation.family.Stay;
import org.mashhub.correlation.identity.LinkChange;
import org.mashhub.correlation.identity.Linker;
import org.mashhub.correlation.observation.Entry;
import org.mashhub.correlation.observation.Fact;
import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.FeedId;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.observation.RecordState;
import org.mashhub.correlation.observation.SourceRecord;
import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.Pictures;
import org.mashhub.correlation.rules.NotHeard;
import org.mashhub.correlation.state.AlertMemory;
import org.mashhub.correlation.state.AlertMemory.Phase;
import org.mashhub.correlation.state.AreaState;
import org.mashhub.correlation.state.FeedMemory;
import org.mashhub.correlation.state.Indexes;
import org.mashhub.correlation.state.Link;
import org.mashhub.correlation.state.LinkAnswer;
import org.mashhub.correlation.state.Overlay;
import org.mashhub.messaging.NameUuid;

/**
 * The engine of one area. Takes entries of the area log in order and computes all changes
 * and outputs of one entry before it applies any: an exception leaves nothing half-done.
 * Everything is a function of the entries and the settings; no clock is read, no random
 * number drawn.
 */
public final class AreaEngine {

	private static final String CLOCK = "clock";

	/** Version of what another record withdraws, whatever its own was. */
	private static final long BY_ANOTHER = Long.MAX_VALUE;

	private final String area;

	private final EngineSettings settings;

	private final Linker linker;

	private final AreaState state;

	private final Readings readings = new Readings();

	/**
	 * Creates the engine.
	 * @param area code of the area
	 * @param settings what this epoch consists of
	 * @param state the area's state, its derived tables rebuilt
	 */
	public AreaEngine(String area, EngineSettings settings, AreaState state) {
		this.area = area;
		this.settings = settings;
		this.state = state;
		this.linker = new Linker(settings.model(), (mention) -> personFoundedBy(area, mention));
	}

	/**
	 * Id of a mention.
	 * @param area code of the area
	 * @param record the record
	 * @param ref the mention's name within it
	 * @return the same id in every version of the record
	 */
	public static MentionId mentionId(String area, SourceRecordId record, String ref) {
		return new MentionId(NameUuid.of("mention", area, record, ref));
	}

	private static PersonId personFoundedBy(String area, MentionId mention) {
		return new PersonId(NameUuid.of("person", area, mention));
	}

	/**
	 * Applies one entry of the area log, as a whole or not at all.
	 * @param entry the entry
	 * @return what was done and what it changed
	 */
	public Result apply(Entry entry) {
		Prepared prepared = prepare(entry);
		prepared.apply();
		return prepared.result();
	}

	/**
	 * Works out what one entry of the area log changes, and changes nothing yet. What a
	 * day brings about for some people, and fails, keeps it from nobody else.
	 * @param entry the entry
	 * @return all changes, to be applied before the next entry is prepared
	 */
	public Prepared prepare(Entry entry) {
		try {
			Overlay overlay = new Overlay(this.state);
			Application application = new Application(overlay, entry);
			Outcome outcome = application.run(entry);
			return new Prepared(new Result(outcome, application.outputs, application.clock, List.of()), overlay,
					application.readings);
		}
		catch (RuntimeException ex) {
			if (entry instanceof Entry.Tick tick) {
				return prepareOneByOne(tick);
			}
			throw ex;
		}
	}

	/** The same, for one after another of the people whose day has come. */
	private Prepared prepareOneByOne(Entry.Tick tick) {
		Overlay overlay = new Overlay(this.state);
		Application day = new Application(overlay, tick);
		day.begin(tick);
		Set<PersonId> people = day.beginDays();
		day.readAgain(people, null);
		List<RuntimeException> failures = new ArrayList<>();
		for (PersonId person : people) {
			Overlay ofOne = new Overlay(overlay);
			Application application = new Application(ofOne, tick);
			application.readAgain(people, null);
			try {
				application.follow(List.of(), new TreeSet<>(Set.of(person)), new TreeSet<>(), null);
				ofOne.apply();
				day.outputs.addAll(application.outputs);
			}
			catch (RuntimeException ex) {
				failures.add(ex);
			}
			day.around.addAll(application.around);
		}
		day.readAgain(people, null);
		return new Prepared(new Result(Outcome.APPLIED, day.outputs, day.clock, failures), overlay, day.readings);
	}

	/**
	 * What one entry changes, not applied yet.
	 */
	public static final class Prepared {

		private final Result result;

		private final Overlay overlay;

		private final Readings.View readings;

		private Prepared(Result result, Overlay overlay, Readings.View readings) {
			this.result = result;
			this.overlay = overlay;
			this.readings = readings;
		}

		/**
		 * What is done and what it changes.
		 * @return the result
		 */
		public Result result() {
			return this.result;
		}

		/** Applies the changes to the area's state. */
		public void apply() {
			this.overlay.apply();
			this.readings.keep();
		}

	}

	/**
	 * What was done with an entry.
	 *
	 * @param outcome what was done
	 * @param outputs what it changed, in order
	 * @param clock the area's time after it
	 * @param failures why what the entry would have brought about for some people was
	 * left out
	 */
	public record Result(Outcome outcome, List<Output> outputs, Instant clock, List<RuntimeException> failures) {

		public Result {
			outputs = List.copyOf(outputs);
			failures = List.copyOf(failures);
		}

	}

	/** The work on one entry, over one overlay. */
	private final class Application {

		private final AreaState state;

		private final Indexes indexes;

		private final List<Output> outputs = new ArrayList<>();

		private final Instant clock;

		private final AlertBook alerts;

		private final NoticeBook notices;

		private final QuestionBook questions;

		private final Set<PersonId> changed = new HashSet<>();

		private final Set<PersonId> around = new HashSet<>();

		/**
		 * What was read of the people as they were before this entry: it may take a step
		 * away as well as add one.
		 */
		private final Readings.View settled = AreaEngine.this.readings.without(Set.of(), Set.of());

		private Readings.View readings = this.settled;

		private @Nullable Pictures pictures;

		Application(AreaState state, Entry entry) {
			this.state = state;
			this.indexes = new Indexes(state, AreaEngine.this.settings.model()::blockingKeys);
			Long before = state.values().get(CLOCK);
			Instant known = (before != null) ? Instant.ofEpochMilli(before) : Instant.EPOCH;
			this.clock = entry.clock().isAfter(known) ? entry.clock() : known;
			this.alerts = new AlertBook(AreaEngine.this.area, AreaEngine.this.settings, state, this.indexes, this.clock,
					(entry instanceof Entry.Event event) ? event.record().sequence() : -1, this::readers,
					this.outputs::add);
			this.notices = new NoticeBook(AreaEngine.this.area, AreaEngine.this.settings, state, this.indexes,
					this::readers, this.outputs::add);
			this.questions = new QuestionBook(AreaEngine.this.area, AreaEngine.this.linker, state, this.indexes,
					this.outputs::add);
		}

		Outcome run(Entry entry) {
			begin(entry);
			return switch (entry) {
				case Entry.Event event -> event(event);
				case Entry.Tick tick -> passDays();
				case Entry.HubRecord hubRecord -> hubRecord(hubRecord);
			};
		}

		private void begin(Entry entry) {
			if (!Long.valueOf(this.clock.toEpochMilli()).equals(this.state.values().get(CLOCK))) {
				this.state.values().put(CLOCK, this.clock.toEpochMilli());
			}
			hear(entry);
			this.alerts.passDeadlines();
		}

		/**
		 * Whoever is to lead from a day on leads from that day on, whoever is registered
		 * or lives somewhere from then on does, and whoever comes to 16, or of age, is a
		 * grown-up to those around, whether or not a record comes. Ticks alone see to it:
		 * no record waits for what somebody else's day brings about.
		 */
		private Outcome passDays() {
			Set<PersonId> people = beginDays();
			if (!people.isEmpty()) {
				follow(List.of(), people, new TreeSet<>(), null);
			}
			return Outcome.APPLIED;
		}

		/** Whose day has come since the days that have passed. */
		private Set<PersonId> beginDays() {
			Set<PersonId> people = new TreeSet<>();
			long today = LocalDate.ofInstant(this.clock, zone()).toEpochDay();
			Long passed = this.state.values().get(AreaState.DAYS);
			if (passed != null && passed >= today) {
				return people;
			}
			this.state.values().put(AreaState.DAYS, today);
			this.state.daysAhead().forEach((day, mentions) -> {
				if (day <= today && (passed == null || day > passed)) {
					mentions.forEach((mention) -> addPerson(people, mention));
				}
			});
			return people;
		}

		// --- feeds
		// -----------------------------------------------------------------------

		/** Whatever comes of a feed is a sign of life, even what changes nothing. */
		private void hear(Entry entry) {
			if (entry instanceof Entry.Event event) {
				SourceRecordId record = event.record().id();
				FeedMemory feed = feed(new FeedId(record.agency(), record.organisation(), event.record().eventType()));
				this.state.feeds().put(feed.id(), feed.heard(this.clock));
			}
		}

		private boolean declare(Fact fact) {
			FeedMemory feed = feed(
					new FeedId(said(fact, "agency"), said(fact, "organisation"), said(fact, "eventType")));
			String hours = fact.value("everyHours");
			FeedMemory declared = fact.is("ended", "true") ? feed.ended() : feed.declared(
					FactKind.named(fact.value("kinds")), (hours != null) ? Integer.valueOf(hours) : null, this.clock);
			this.state.feeds().put(feed.id(), declared);
			return !declared.equals(feed);
		}

		private FeedMemory feed(FeedId id) {
			FeedMemory known = this.state.feeds().get(id);
			return (known != null) ? known : FeedMemory.of(id);
		}

		private static String said(Fact fact, String key) {
			return Objects.requireNonNullElse(fact.value(key), "unknown");
		}

		// --- what is done in the hub
		// -----------------------------------------------------

		private Outcome hubRecord(Entry.HubRecord hubRecord) {
			boolean changed = false;
			for (Fact fact : hubRecord.facts()) {
				if (fact.kind() == FactKind.FEED_DECLARED) {
					changed |= declare(fact);
				}
				if (fact.kind() == FactKind.LINK_DECIDED) {
					changed |= answer(fact);
				}
				String id = fact.value("alertId");
				AlertMemory alert = (id != null) ? this.state.alerts().get(UUID.fromString(id)) : null;
				if (alert != null) {
					changed |= decide(alert, fact, hubRecord.sequence());
				}
			}
			return changed ? Outcome.APPLIED : Outcome.SAME_AS_BEFORE;
		}

		/** An answer about two mentions counts whether their records are there or not. */
		private boolean answer(Fact fact) {
			MentionId one = new MentionId(UUID.fromString(said(fact, "mention")));
			MentionId other = new MentionId(UUID.fromString(said(fact, "otherMention")));
			LinkAnswer answer = LinkAnswer.of(one, other, LinkAnswer.Verdict.valueOf(said(fact, "verdict")));
			if (answer.equals(this.state.answers().get(answer.id()))) {
				return false;
			}
			Set<PersonId> before = new TreeSet<>();
			Set<PersonId> children = new TreeSet<>();
			for (MentionId mention : List.of(one, other)) {
				addPerson(before, mention);
				this.alerts.under(mention).forEach((alert) -> children.addAll(this.alerts.children(alert)));
			}
			this.indexes.putAnswer(answer);
			List<LinkChange> changes = AreaEngine.this.linker.relink(this.state, this.indexes, answer);
			changes.forEach(this::moved);
			this.outputs.addAll(PersonChanges.of(this.state, changes, ChangeReason.OFFICER_DECIDED));
			follow(changes, before, children, null);
			return true;
		}

		private boolean decide(AlertMemory alert, Fact fact, long sequence) {
			String by = said(fact, "by");
			if (fact.kind() == FactKind.ALERT_ACKNOWLEDGED) {
				String role = said(fact, "role");
				if (alert.phase() != Phase.OPEN || alert.acknowledgedBy().contains(role) || !isAsSeen(alert, fact)) {
					return false;
				}
				this.alerts.change(alert.acknowledged(role));
				return true;
			}
			String outcome = fact.value("outcome");
			if (fact.kind() != FactKind.ALERT_DECIDED || outcome == null || alert.phase() == Phase.ENDED
					|| !isAsSeen(alert, fact)) {
				return false;
			}
			Set<PersonId> children = this.alerts.children(alert);
			if (outcome.equals("TAKEN")) {
				this.alerts.change(alert.taken(by));
			}
			else {
				this.alerts.end(alert, by, outcome, sequence);
				// It bears on what is told of brothers and sisters too.
				this.alerts.named(alert).forEach((child) -> children.addAll(readers().of(child).siblings()));
			}
			examine(children);
			return true;
		}

		/**
		 * Revisions are numbers of the epoch that gave them; what another one gave is
		 * told by the area's time. Where nobody says what was seen, it was this.
		 */
		private boolean isAsSeen(AlertMemory alert, Fact done) {
			String revision = done.value("revision");
			String seenAt = done.value("seenAt");
			if (revision != null) {
				return alert.isAsSeenIn(Integer.parseInt(revision));
			}
			return seenAt == null || alert.isAsSeenAt(Instant.parse(seenAt));
		}

		// --- what agencies say
		// -----------------------------------------------------------

		private Outcome event(Entry.Event event) {
			SourceRecord said = event.record();
			SourceRecordId target = (event.withdraws() != null) ? event.withdraws() : said.id();
			SourceRecord former = this.state.records().get(target);
			if (target.equals(said.id()) && former != null) {
				Outcome nothing = nothingNew(said, former, event.withdraws() != null);
				if (nothing != null) {
					return nothing;
				}
			}
			SourceRecord current = said;
			if (event.withdraws() != null && !target.equals(said.id())) {
				// One record withdraws another: the other is gone whatever its version,
				// until
				// it is written anew.
				if (former != null && former.recordedAt().isAfter(said.recordedAt())) {
					return Outcome.SUPERSEDED;
				}
				if (former != null && former.state() == RecordState.WITHDRAWN
						&& (former.version() != BY_ANOTHER || !said.recordedAt().isAfter(former.recordedAt()))) {
					return Outcome.SAME_AS_BEFORE;
				}
				current = withdrawnBy(said, target, (former != null) ? former : said);
			}
			else if (event.withdraws() != null) {
				current = said.withdrawn(said.version(), said.sequence());
			}
			if (former != null) {
				current = current.after(former, zone());
			}
			replace(former, current);
			return Outcome.APPLIED;
		}

		/**
		 * What becomes of a version that changes nothing; null of one that counts. Where
		 * systems do not count versions, what was written down later counts, and a
		 * withdrawal more than what it withdraws: in whatever order they come.
		 */
		private static @Nullable Outcome nothingNew(SourceRecord said, SourceRecord former, boolean withdraws) {
			boolean gone = former.state() == RecordState.WITHDRAWN;
			if (former.version() == BY_ANOTHER) {
				return said.recordedAt().isAfter(former.recordedAt()) ? null : Outcome.SUPERSEDED;
			}
			if (said.version() != former.version()) {
				return (said.version() < former.version()) ? Outcome.SUPERSEDED : null;
			}
			return (!gone && (withdraws || said.recordedAt().isAfter(former.recordedAt()))) ? null
					: Outcome.SAME_AS_BEFORE;
		}

		/**
		 * The withdrawal counts by its own time, whether it comes before or after what it
		 * withdraws, of which the agency may write another version since.
		 */
		private SourceRecord withdrawnBy(SourceRecord said, SourceRecordId target, SourceRecord was) {
			return new SourceRecord(target, BY_ANOTHER, RecordState.WITHDRAWN, said.sequence(), said.sequence(),
					said.sequence(), was.receiptId(), was.eventType(), was.occurredAt(), was.occurredPrecision(),
					said.recordedAt(), was.clock(), was.historic(), was.handling(), List.of(), List.of(), List.of());
		}

		private void replace(@Nullable SourceRecord former, SourceRecord current) {
			Set<PersonId> before = new TreeSet<>();
			// The people around are to be looked at as they were connected before, and as
			// they are after.
			Set<PersonId> children = new TreeSet<>();
			if (former != null) {
				for (Mention mention : former.mentions()) {
					addPerson(before, mention.id());
					this.alerts.under(mention.id()).forEach((alert) -> children.addAll(this.alerts.children(alert)));
				}
			}
			rehome(former, current);
			forgetAnswers(former, current);
			List<LinkChange> changes = new ArrayList<>(
					AreaEngine.this.linker.relink(this.state, this.indexes, former, current));
			Set<PersonId> touched = new TreeSet<>(before);
			for (SourceRecord other : this.indexes.takeFollowedAnew()) {
				if (!other.id().equals(current.id())) {
					changes.addAll(AreaEngine.this.linker.relink(this.state, this.indexes, other, other));
					other.mentions().forEach((mention) -> addPerson(touched, mention.id()));
				}
			}
			expected(former, touched);
			expected(current, touched);
			this.outputs.add(new Output.RecordChanged(current, former));
			ChangeReason reason = (former == null) ? ChangeReason.NEW_RECORD
					: (current.state() == RecordState.WITHDRAWN) ? ChangeReason.RECORD_WITHDRAWN
							: ChangeReason.RECORD_CORRECTED;
			changes.forEach((change) -> decided(change, former, current, reason));
			this.outputs.addAll(PersonChanges.of(this.state, changes, reason));
			current.mentions().forEach((mention) -> addPerson(touched, mention.id()));
			follow(changes, touched, children, former);
			if (former != null) {
				withdrawOrphans(former);
			}
		}

		/** Of whom another may be asked, since a pregnancy has ended or has not. */
		private void expected(@Nullable SourceRecord record, Set<PersonId> touched) {
			if (record != null) {
				record.mentions()
					.forEach((mother) -> AreaEngine.this.linker.expectedWith(this.state, mother)
						.forEach((mention) -> addPerson(touched, mention)));
			}
		}

		/** What depends on who is who follows: questions, pictures, alerts, notices. */
		private void follow(List<LinkChange> changes, Set<PersonId> touched, Set<PersonId> children,
				@Nullable SourceRecord former) {
			for (LinkChange change : changes) {
				if (change.from() != null) {
					touched.add(change.from());
				}
				if (change.to() != null) {
					touched.add(change.to());
				}
			}
			Families before = families(AreaEngine.this.state, this.settled);
			List<Stay> stays = new ArrayList<>();
			touched.forEach((person) -> stays.addAll(before.stays(person)));
			readAgain(touched, former);
			Families after = families(this.state, this.readings);
			touched.forEach((person) -> stays.addAll(after.stays(person)));
			Set<PersonId> moved = different(before.crowded(stays), after.crowded(stays));
			if (moved.isEmpty()) {
				this.pictures = readers(this.state, after, this.readings);
			}
			else {
				this.around.addAll(Families.at(this.state, Families.homes(this.state, moved, List.of())));
				readAgain(touched, former);
			}
			moved.addAll(touched);
			children.addAll(readers(AreaEngine.this.state, before, this.settled).childrenAround(moved));
			moved.addAll(this.questions.ask(touched));
			withdrawFormerPictures(former, touched);
			children.addAll(readers().childrenAround(moved));
			children.addAll(touched);
			examine(children);
		}

		/** For whom a home has become crowded, or is so no longer. */
		private static Set<PersonId> different(Set<Families.Crowded> before, Set<Families.Crowded> after) {
			Set<PersonId> people = new HashSet<>();
			before.stream().filter((stay) -> !after.contains(stay)).forEach((stay) -> people.add(stay.person()));
			after.stream().filter((stay) -> !before.contains(stay)).forEach((stay) -> people.add(stay.person()));
			return people;
		}

		private static List<Mention> mentions(@Nullable SourceRecord record) {
			return (record != null) ? record.mentions() : List.of();
		}

		/** What was read of whom the record changes no longer holds. */
		private void readAgain(Set<PersonId> touched, @Nullable SourceRecord former) {
			this.changed.addAll(touched);
			this.around.addAll(Families.around(this.state, this.changed, mentions(former)));
			this.readings = AreaEngine.this.readings.without(this.changed, this.around);
			this.pictures = null;
		}

		/**
		 * Before a mention goes, what is remembered under it moves to another of the same
		 * child.
		 */
		private void rehome(@Nullable SourceRecord former, SourceRecord current) {
			if (former == null) {
				return;
			}
			Set<Mention> staying = new HashSet<>(current.mentions());
			for (Mention mention : former.mentions()) {
				if (!staying.contains(mention)) {
					PersonId person = personOf(mention.id());
					List<MentionId> members = (person != null) ? this.state.persons().get(person) : null;
					MentionId heir = (members != null)
							? members.stream().filter((member) -> !inRecord(former, member)).findFirst().orElse(null)
							: null;
					if (heir != null) {
						moveMemories(mention.id(), heir);
					}
				}
			}
		}

		/**
		 * What a record answered of one child it has not answered of another who stands
		 * in the child's place, and nothing at all once it is withdrawn.
		 */
		private void forgetAnswers(@Nullable SourceRecord former, SourceRecord current) {
			for (Mention mention : mentions(former)) {
				boolean stays = current.mentions()
					.stream()
					.anyMatch((now) -> now.id().equals(mention.id())
							&& !now.particulars().isOfAnother(mention.particulars()));
				if (!stays && this.state.answeredItems().get(mention.id()) != null) {
					this.state.answeredItems().remove(mention.id());
				}
			}
		}

		private static boolean inRecord(SourceRecord record, MentionId id) {
			return record.mentions().stream().anyMatch((mention) -> mention.id().equals(id));
		}

		private void moveMemories(MentionId from, MentionId to) {
			this.alerts.under(from).forEach((alert) -> this.indexes.putAlert(alert.under(from, to)));
			this.notices.move(from, to);
		}

		/**
		 * A picture is given out under the founding mention; under any other it is a
		 * ghost.
		 */
		private void withdrawFormerPictures(@Nullable SourceRecord former, Set<PersonId> touched) {
			Set<MentionId> mentions = new TreeSet<>();
			touched.forEach((person) -> mentions.addAll(copy(this.state.persons().get(person))));
			if (former != null) {
				former.mentions().forEach((mention) -> mentions.add(mention.id()));
			}
			for (MentionId mention : mentions) {
				if (this.state.pictures().get(mention) == null) {
					continue;
				}
				PersonId person = personOf(mention);
				boolean founding = person != null && readers().summary(person).founding().equals(mention);
				if (!founding) {
					this.state.pictures().remove(mention);
					this.outputs
						.add(new Output.PictureWithdrawn(personFoundedBy(AreaEngine.this.area, mention), mention));
				}
			}
		}

		/**
		 * A child nobody speaks of any more takes its alerts along, and what its practice
		 * was told.
		 */
		private void withdrawOrphans(SourceRecord former) {
			for (Mention spokenOf : former.mentions()) {
				MentionId mention = spokenOf.id();
				if (personOf(mention) != null) {
					continue;
				}
				this.alerts.leaveOrphan(mention);
				this.notices.leaveOrphan(spokenOf, personFoundedBy(AreaEngine.this.area, mention), former.historic());
			}
		}

		private boolean moved(LinkChange change) {
			Link link = this.state.links().get(change.mention());
			Mention mention = this.state.mentions().get(change.mention());
			if (link != null && mention != null) {
				this.outputs.add(new Output.MentionDecided(change, link.record(), mention.ref()));
				return true;
			}
			return false;
		}

		private void decided(LinkChange change, @Nullable SourceRecord former, SourceRecord current,
				ChangeReason reason) {
			if (moved(change) || former == null) {
				return;
			}
			for (Mention gone : former.mentions()) {
				if (gone.id().equals(change.mention())) {
					this.outputs.add(new Output.MentionDecided(change, current.id(), gone.ref()));
					if (change.from() != null) {
						this.outputs
							.add(new Output.LinkRetracted(gone.id(), current.id(), gone.ref(), change.from(), reason));
					}
				}
			}
		}

		// --- pictures, rules, notices
		// ----------------------------------------------------

		private void examine(Set<PersonId> people) {
			Set<PersonId> children = new TreeSet<>();
			for (PersonId person : people) {
				if (this.state.persons().get(person) != null) {
					if (readers().isChild(person)) {
						children.add(person);
					}
					else {
						children.addAll(this.alerts.leaveAlone(person));
						withdrawPictures(person);
					}
				}
			}
			for (PersonId child : this.alerts.examine(children)) {
				ChildView view = readers().of(child);
				show(view.admittedByAlerts());
				if (children.contains(child)) {
					this.notices.tell(view);
				}
			}
		}

		private void withdrawPictures(PersonId adult) {
			for (MentionId mention : copy(this.state.persons().get(adult))) {
				if (this.state.pictures().get(mention) != null) {
					this.state.pictures().remove(mention);
					this.outputs.add(new Output.PictureWithdrawn(adult, mention));
				}
			}
		}

		private void show(ChildView view) {
			MentionId founding = view.child().founding();
			Long shown = this.state.pictures().get(founding);
			if (view.admittedBecause() == null) {
				if (shown != null) {
					this.state.pictures().remove(founding);
					this.outputs.add(new Output.PictureWithdrawn(view.child().id(), founding));
				}
				return;
			}
			List<String> notKnown = NotHeard.lines(AreaEngine.this.settings.rules().needs(), view);
			long fingerprint = Fingerprint.of(view, notKnown);
			if (shown == null || shown != fingerprint) {
				this.state.pictures().put(founding, fingerprint);
				this.outputs.add(new Output.PictureChanged(view, notKnown));
			}
		}

		// --- small helpers
		// ---------------------------------------------------------------

		/**
		 * One reader serves until people or records change; alerts it always reads
		 * afresh.
		 */
		private Pictures readers() {
			Pictures known = this.pictures;
			if (known == null) {
				known = readers(this.state, families(this.state, this.readings), this.readings);
				this.pictures = known;
			}
			return known;
		}

		private Families families(AreaState read, Readings.View known) {
			return new Families(read, AreaEngine.this.settings.family(), zone(), known.stated(), known.stays(),
					known.steps());
		}

		private Pictures readers(AreaState read, Families families, Readings.View known) {
			return new Pictures(read, families, this.clock, zone(), known.stated(), known.summaries(), known.facts());
		}

		private ZoneId zone() {
			return AreaEngine.this.settings.workingTime().zone();
		}

		private void addPerson(Set<PersonId> people, MentionId mention) {
			PersonId person = personOf(mention);
			if (person != null) {
				people.add(person);
			}
		}

		private @Nullable PersonId personOf(MentionId mention) {
			Link link = this.state.links().get(mention);
			return (link != null) ? link.person() : null;
		}

		private static <T> List<T> copy(@Nullable List<T> list) {
			return (list != null) ? List.copyOf(list) : List.of();
		}

	}

}
