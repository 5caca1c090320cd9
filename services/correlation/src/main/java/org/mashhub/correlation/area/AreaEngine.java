package org.mashhub.correlation.area;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
import org.mashhub.correlation.identity.Score;
import org.mashhub.correlation.observation.Entry;
import org.mashhub.correlation.observation.Fact;
import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.FeedId;
import org.mashhub.correlation.observation.HandlingCode;
import org.mashhub.correlation.observation.Identifier;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.observation.RecordState;
import org.mashhub.correlation.observation.SourceRecord;
import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.PersonSummary;
import org.mashhub.correlation.picture.Pictures;
import org.mashhub.correlation.picture.Status;
import org.mashhub.correlation.rules.NotHeard;
import org.mashhub.correlation.state.AlertMemory;
import org.mashhub.correlation.state.AlertMemory.Phase;
import org.mashhub.correlation.state.AreaState;
import org.mashhub.correlation.state.FeedMemory;
import org.mashhub.correlation.state.Indexes;
import org.mashhub.correlation.state.Link;
import org.mashhub.correlation.state.LinkAnswer;
import org.mashhub.correlation.state.NoticeMemory;
import org.mashhub.correlation.state.Overlay;
import org.mashhub.correlation.state.ReviewMemory;
import org.mashhub.correlation.state.Standing;
import org.mashhub.messaging.NameUuid;

/**
 * The engine of one area. Takes entries of the area log in order and computes all changes
 * and outputs of one entry before it applies any: an exception leaves nothing half-done.
 * Everything is a function of the entries and the settings; no clock is read, no random
 * number drawn.
 */
public final class AreaEngine {

	private static final String CLOCK = "clock";

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
					changed |= decide(alert, fact);
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

		private boolean decide(AlertMemory alert, Fact fact) {
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
			if (fact.kind() != FactKind.ALERT_DECIDED || outcome == null || alert.phase() == Phase.ENDED) {
				return false;
			}
			this.alerts.change(outcome.equals("TAKEN") ? alert.taken(by) : alert.ended(by, outcome));
			examine(this.alerts.children(alert));
			return true;
		}

		/**
		 * Revisions are numbers of the epoch that gave them; what another one gave is
		 * told by the area's time. Where nobody says what was seen, it was this.
		 */
		private boolean isAsSeen(AlertMemory alert, Fact acknowledged) {
			String revision = acknowledged.value("revision");
			String seenAt = acknowledged.value("seenAt");
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
			if (target.equals(said.id()) && former != null && said.version() <= former.version()) {
				return (said.version() == former.version()) ? Outcome.SAME_AS_BEFORE : Outcome.SUPERSEDED;
			}
			SourceRecord current = said;
			if (event.withdraws() != null && !target.equals(said.id())) {
				// One record withdraws another: the other is gone whatever its version.
				if (former != null && former.state() == RecordState.WITHDRAWN) {
					return Outcome.SAME_AS_BEFORE;
				}
				current = (former != null) ? former.withdrawn(former.version(), said.sequence())
						: withdrawnUnseen(said, target);
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

		/** A withdrawal may come before what it withdraws. */
		private SourceRecord withdrawnUnseen(SourceRecord said, SourceRecordId target) {
			return new SourceRecord(target, Long.MAX_VALUE, RecordState.WITHDRAWN, said.sequence(), said.sequence(),
					said.sequence(), said.receiptId(), said.eventType(), said.occurredAt(), said.occurredPrecision(),
					said.recordedAt(), said.clock(), said.historic(), said.handling(), List.of(), List.of(), List.of());
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
			questions(touched);
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
			for (UUID id : copy(this.state.noticesOfChild().get(from))) {
				NoticeMemory notice = this.state.notices().get(id);
				if (notice != null) {
					this.indexes.putNotice(new NoticeMemory(notice.id(), to, notice.record(), notice.practice(),
							notice.status(), notice.ended(), notice.on(), notice.standing()));
				}
			}
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
				for (UUID id : copy(this.state.noticesOfChild().get(mention))) {
					NoticeMemory notice = this.state.notices().get(id);
					if (notice != null && Standing.IN_ERROR.isWorseThan(notice.standing())) {
						this.indexes.putNotice(notice.standing(Standing.IN_ERROR));
						this.outputs.add(new Output.StatusTold(id, personFoundedBy(AreaEngine.this.area, mention),
								NameUuid.of("family", mention), notice.practice(), notice.status(), notice.ended(),
								notice.on(), true, null, spokenOf.particulars().validIdentifier(Identifier.NHS_NUMBER),
								spokenOf.particulars().displayName(), spokenOf.particulars().birthDate(),
								former.historic(), Standing.IN_ERROR, List.of()));
					}
				}
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

		// --- questions for officers
		// ------------------------------------------------------

		private void questions(Set<PersonId> touched) {
			Set<UUID> standing = new HashSet<>();
			Set<UUID> known = new LinkedHashSet<>();
			for (PersonId person : touched) {
				known.addAll(copy(this.state.reviewsOfPerson().get(person)));
				if (this.state.persons().get(person) != null) {
					AreaEngine.this.linker.questions(this.state, person)
						.forEach((other, pair) -> standing.add(put(person, other, pair)));
				}
			}
			for (UUID id : known) {
				ReviewMemory review = this.state.reviews().get(id);
				if (review != null && !standing.contains(id)) {
					ReviewMemory gone = review.settled();
					this.indexes.putReview(gone);
					ask(gone, Questions.settled(this.state.answers()
						.get(LinkAnswer.of(gone.mention(), gone.otherMention(), LinkAnswer.Verdict.UNSURE).id())));
				}
			}
		}

		private UUID put(PersonId person, PersonId other, Linker.Pair pair) {
			PersonId one = (person.compareTo(other) < 0) ? person : other;
			PersonId two = one.equals(person) ? other : person;
			UUID id = NameUuid.of("review", AreaEngine.this.area, one, two);
			boolean inOrder = one.equals(personOf(pair.one()));
			MentionId ofOne = inOrder ? pair.one() : pair.other();
			MentionId ofTwo = inOrder ? pair.other() : pair.one();
			ReviewMemory review = new ReviewMemory(id, one, two, ofOne, ofTwo, pair.bits(),
					Objects.hash(shown(ofOne), shown(ofTwo)), true);
			if (!review.equals(this.state.reviews().get(id))) {
				this.indexes.putReview(review);
				ask(review, null);
			}
			return id;
		}

		private int shown(MentionId id) {
			Output.Recorded shown = recorded(id);
			return (shown != null) ? Objects.hash(shown.mention().particulars().displayName(),
					shown.mention().particulars().birthDate(), shown.mention().particulars().birthYear(),
					shown.mention().role().name(), shown.record().handling().name(), shown.record().occurredAt()) : 0;
		}

		/** Puts a question, or says in a text why it has gone away. */
		private void ask(ReviewMemory review, @Nullable String settled) {
			Output.Recorded one = recorded(review.mention());
			Output.Recorded other = recorded(review.otherMention());
			Score score = (one != null && other != null)
					? AreaEngine.this.linker.explain(one.mention(), other.mention()) : null;
			String text = (settled != null) ? settled : (score != null) ? Questions.text(score) : "";
			this.outputs.add(new Output.QuestionChanged(review, (score != null) ? score.comparisons() : List.of(), text,
					one, other));
		}

		private Output.@Nullable Recorded recorded(MentionId id) {
			Mention mention = this.state.mentions().get(id);
			Link link = this.state.links().get(id);
			SourceRecord record = (link != null) ? this.state.records().get(link.record()) : null;
			return (mention != null && record != null) ? new Output.Recorded(mention, record) : null;
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
					tellPractice(view);
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

		private void tellPractice(ChildView view) {
			PersonSummary child = view.child();
			Set<UUID> standing = new HashSet<>();
			List<Status> stated = readers().openlyStated(child.id());
			for (Status status : stated) {
				if (status.name().equals(Status.NO_FURTHER_ACTION) || status.endedAmong(view.statuses())) {
					continue;
				}
				tell(view, status, false, status.since(), endedBy(view, stated, status), standing);
				if (status.until() != null && !status.name().equals(Status.CLOSED) && endsByItself(stated, status)) {
					tell(view, status, true, status.until(), List.of(), standing);
				}
			}
			for (MentionId mention : copy(this.state.persons().get(child.id()))) {
				for (UUID id : copy(this.state.noticesOfChild().get(mention))) {
					NoticeMemory notice = this.state.notices().get(id);
					if (notice != null && !standing.contains(id)) {
						Standing now = standing(notice, view, stated);
						if (now.isWorseThan(notice.standing())) {
							this.indexes.putNotice(notice.standing(now));
							this.outputs.add(told(notice.id(), view, notice.practice(), notice.status(), notice.ended(),
									notice.on(), null, false, now, List.of()));
						}
					}
				}
			}
		}

		/**
		 * What was told to a practice that the child has left since was no error. Where
		 * the end of a status stands in a record for the MASH alone, the child's practice
		 * may learn neither of it nor why, but must not go by what it was told.
		 */
		private Standing standing(NoticeMemory notice, ChildView view, List<Status> stated) {
			boolean lasts = notice.ended() || notice.status().equals(Status.CLOSED)
					|| hasEnded(notice, stated) == hasEnded(notice, view.statuses());
			if (!isStated(notice, stated) && !isStated(notice, view.statuses())) {
				SourceRecord record = this.state.records().get(notice.record());
				if (notice.standing() == Standing.TO_BE_CHECKED && stillStates(notice, stated)) {
					return Standing.TO_BE_CHECKED;
				}
				if (record == null || record.state() == RecordState.WITHDRAWN
						|| record.handling() == HandlingCode.STANDARD) {
					return Standing.IN_ERROR;
				}
				// The record says something else now, for the MASH alone.
				lasts = false;
			}
			return (lasts || !notice.practice().equals(view.gpPractice())) ? Standing.STANDS : Standing.TO_BE_CHECKED;
		}

		/** The record has the same status, of another day now. */
		private static boolean stillStates(NoticeMemory notice, List<Status> stated) {
			return !notice.ended() && stated.stream()
				.anyMatch((status) -> status.name().equals(notice.status())
						&& status.record().id().equals(notice.record()));
		}

		private static boolean isStated(NoticeMemory notice, List<Status> statuses) {
			return statuses.stream()
				.anyMatch((status) -> status.name().equals(notice.status())
						&& (notice.ended() ? notice.on().equals(status.until()) : notice.on().equals(status.since())));
		}

		/** What another record says as well goes on, whichever of the two came last. */
		private static boolean hasEnded(NoticeMemory begun, List<Status> statuses) {
			List<Status> named = statuses.stream().filter((status) -> status.name().equals(begun.status())).toList();
			return named.stream().anyMatch((status) -> status.since().equals(begun.on()) && status.until() != null)
					&& named.stream().noneMatch((status) -> status.until() == null);
		}

		/**
		 * An end that another status or the closure tells of needs no message of its own.
		 * That nothing further is to be done, no practice is told: that tells of no end.
		 */
		private static boolean endsByItself(List<Status> statuses, Status ended) {
			return statuses.stream()
				.noneMatch((other) -> !other.equals(ended) && !other.name().equals(Status.NO_FURTHER_ACTION)
						&& other.since().equals(ended.until()));
		}

		/**
		 * What the child's practice was told before, has filed perhaps, and is told the
		 * end of by another status, or by the closure.
		 */
		private List<String> endedBy(ChildView view, List<Status> stated, Status status) {
			return stated.subList(stated.indexOf(status) + 1, stated.size())
				.stream()
				.filter((former) -> status.since().equals(former.until()) && !former.name().equals(status.name())
						&& !former.name().equals(Status.CLOSED))
				.filter((former) -> wasTold(view, former, false, former.since())
						&& !wasTold(view, former, true, status.since()))
				.map(Status::name)
				.distinct()
				.toList();
		}

		private void tell(ChildView view, Status status, boolean ended, LocalDate on, List<String> ends,
				Set<UUID> standing) {
			String practice = view.gpPractice();
			if (practice == null) {
				return;
			}
			UUID id = NameUuid.of("notice", AreaEngine.this.area, status.record().id(), status.name(), ended, on,
					practice);
			standing.add(id);
			NoticeMemory known = this.state.notices().get(id);
			boolean news = ended || status.open() || status.name().equals(Status.CLOSED);
			boolean otherPracticeTold = known == null && !status.open() && toldSomebody(view, status, ended, on);
			if (news && ((known == null) ? !otherPracticeTold : known.standing() != Standing.STANDS)) {
				this.indexes.putNotice(new NoticeMemory(id, view.child().founding(), status.record().id(), practice,
						status.name(), ended, on, Standing.STANDS));
				this.outputs.add(told(id, view, practice, status.name(), ended, on, status.phone(),
						status.record().historic(), Standing.STANDS, ends));
			}
		}

		private boolean toldSomebody(ChildView view, Status status, boolean ended, LocalDate on) {
			return !noticesOf(view, status, ended, on).isEmpty();
		}

		/** Whether the practice was told, and not that it was an error. */
		private boolean wasTold(ChildView view, Status status, boolean ended, LocalDate on) {
			return noticesOf(view, status, ended, on).stream()
				.anyMatch((notice) -> notice.practice().equals(view.gpPractice())
						&& notice.standing() != Standing.IN_ERROR);
		}

		private List<NoticeMemory> noticesOf(ChildView view, Status status, boolean ended, LocalDate on) {
			List<NoticeMemory> found = new ArrayList<>();
			for (MentionId mention : copy(this.state.persons().get(view.child().id()))) {
				for (UUID id : copy(this.state.noticesOfChild().get(mention))) {
					NoticeMemory notice = this.state.notices().get(id);
					if (notice != null && notice.status().equals(status.name()) && notice.ended() == ended
							&& notice.on().equals(on)) {
						found.add(notice);
					}
				}
			}
			return found;
		}

		private Output.StatusTold told(UUID id, ChildView view, String practice, String status, boolean ended,
				LocalDate on, @Nullable String phone, boolean historic, Standing standing, List<String> ends) {
			PersonSummary child = view.child();
			boolean urgent = standing != Standing.STANDS
					|| (!ended && AreaEngine.this.settings.urgentStatuses().contains(status));
			return new Output.StatusTold(id, child.id(), view.family(), practice, status, ended, on, urgent, phone,
					child.nhsNumber(), child.displayName(), child.birthDate(), historic, standing, ends);
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
