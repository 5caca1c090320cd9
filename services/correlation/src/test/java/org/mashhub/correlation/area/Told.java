package org.mashhub.correlation.area;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.family.FamilySettings;
import org.mashhub.correlation.identity.FellegiSunterModel;
import org.mashhub.correlation.identity.ModelFile;
import org.mashhub.correlation.observation.Entry;
import org.mashhub.correlation.observation.Fact;
import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.HandlingCode;
import org.mashhub.correlation.observation.Identifier;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.RecordState;
import org.mashhub.correlation.observation.Relation;
import org.mashhub.correlation.observation.RelationKind;
import org.mashhub.correlation.observation.RelationStatus;
import org.mashhub.correlation.observation.Role;
import org.mashhub.correlation.observation.Sex;
import org.mashhub.correlation.observation.SourceRecord;
import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.correlation.observation.TimePrecision;
import org.mashhub.correlation.rules.RuleBook;
import org.mashhub.correlation.rules.Thresholds;
import org.mashhub.correlation.rules.WorkingTime;
import org.mashhub.correlation.state.LinkAnswer.Verdict;
import org.mashhub.messaging.NameUuid;

/** Words in which tests tell the engine what agencies recorded. */
public final class Told {

	static final String AREA = "test-area";

	static final String HOME = "A/home-of-the-family";

	private Told() {
	}

	/**
	 * What the engine of a test consists of.
	 * @return settings
	 */
	public static EngineSettings settings() {
		return new EngineSettings(
				new FellegiSunterModel(ModelFile.builtIn(), new FellegiSunterModel.Thresholds(1, 1, 8), 900_000),
				new FamilySettings(Duration.ofDays(365), 12), new RuleBook(new Thresholds(Map.of())),
				new WorkingTime(ZoneId.of("Europe/London"), LocalTime.of(17, 0), Duration.ofHours(4), 1, 3),
				Set.of("SECTION_47"));
	}

	static Draft record(String agency, String number, String day) {
		return recordAt(agency, number,
				LocalDate.parse(day).atTime(10, 0).atZone(ZoneId.of("Europe/London")).toInstant());
	}

	static Draft recordAt(String agency, String number, Instant at) {
		return new Draft(new SourceRecordId(agency, agency + "-org", "system", number), at);
	}

	static Particulars person(String given, String family, @Nullable String born, Sex sex, @Nullable String home,
			String... middleNames) {
		LocalDate date = (born != null) ? LocalDate.parse(born) : null;
		List<String> names = new ArrayList<>(given.isEmpty() ? List.of() : List.of(given));
		names.addAll(List.of(middleNames));
		return new Particulars(names, family.isEmpty() ? List.of() : List.of(family), List.of(), date,
				(date != null) ? date.getYear() : null, date != null && date.isBefore(LocalDate.of(2000, 1, 1)), sex,
				List.of(), (home != null) ? List.of(home.split(" ", -1)) : List.of(), List.of(), null, List.of(),
				List.of(), null, String.join(" ", names) + " " + family, List.of());
	}

	static Particulars bornIn(int year, Particulars who) {
		return new Particulars(who.givenNames(), who.familyNames(), who.aliases(), null, year, who.grown(), who.sex(),
				who.identifiers(), who.homeKeys(), who.addressWords(), who.postcode(), who.phones(), who.emails(),
				who.gpPractice(), who.displayName(), who.companions());
	}

	/** The number that counts now comes first. */
	static Particulars withNhsNumber(Particulars who, String... numbers) {
		return new Particulars(who.givenNames(), who.familyNames(), who.aliases(), who.birthDate(), who.birthYear(),
				who.grown(), who.sex(),
				Arrays.stream(numbers).map((number) -> new Identifier(Identifier.NHS_NUMBER, number, true)).toList(),
				who.homeKeys(), who.addressWords(), who.postcode(), who.phones(), who.emails(), "Y00001",
				who.displayName(), List.of());
	}

	/** Whoever was at a home. */
	static Particulars place(String home) {
		List<String> keys = List.of(home.split(" ", -1));
		return new Particulars(List.of(), List.of(), List.of(), null, null, false, Sex.UNKNOWN,
				keys.stream().map((key) -> new Identifier(Identifier.PLACE, key, true)).toList(), keys, List.of(), null,
				List.of(), List.of(), null, "", List.of());
	}

	/** A record being put together. */
	static final class Draft {

		private final SourceRecordId id;

		private final Instant at;

		private long version = 1;

		private final List<Mention> mentions = new ArrayList<>();

		private final List<Relation> relations = new ArrayList<>();

		private final List<Fact> facts = new ArrayList<>();

		private boolean historic;

		private HandlingCode handling = HandlingCode.STANDARD;

		private String type = "Test";

		private TimePrecision precision = TimePrecision.EXACT;

		private @Nullable Instant writtenAt;

		private Draft(SourceRecordId id, Instant at) {
			this.id = id;
			this.at = at;
		}

		MentionId mention(String ref) {
			return AreaEngine.mentionId(AREA, this.id, ref);
		}

		List<String> refs() {
			return this.mentions.stream().map(Mention::ref).toList();
		}

		SourceRecordId id() {
			return this.id;
		}

		Draft version(long number) {
			this.version = number;
			return this;
		}

		Draft type(String name) {
			this.type = name;
			return this;
		}

		Draft known(TimePrecision how) {
			this.precision = how;
			return this;
		}

		/** Only the day is known of it; it was written down at some time. */
		Draft ofTheDay(String written) {
			this.precision = TimePrecision.DAY;
			this.writtenAt = Instant.parse(written);
			return this;
		}

		Draft forTheMashOnly() {
			this.handling = HandlingCode.MASH_ONLY;
			return this;
		}

		Draft forPoliceOnly() {
			this.handling = HandlingCode.POLICE_MASH_ONLY;
			return this;
		}

		Draft historic() {
			this.historic = true;
			return this;
		}

		Draft person(String ref, Role role, Particulars who) {
			this.mentions
				.add(new Mention(AreaEngine.mentionId(AREA, this.id, ref), ref, role, who, false, false, null));
			return this;
		}

		/** Where they live, no record may say. */
		Draft protecting() {
			this.mentions.replaceAll((mention) -> new Mention(mention.id(), mention.ref(), mention.role(),
					mention.particulars(), true, mention.restrictedRecord(), mention.unidentified()));
			return this;
		}

		Draft related(String from, RelationKind kind, String to, RelationStatus status) {
			this.relations.add(new Relation(from, to, kind, status, null, null));
			return this;
		}

		Draft related(String from, RelationKind kind, String to, RelationStatus status, @Nullable String startedOn,
				@Nullable String endedOn) {
			this.relations
				.add(new Relation(from, to, kind, status, (startedOn != null) ? LocalDate.parse(startedOn) : null,
						(endedOn != null) ? LocalDate.parse(endedOn) : null));
			return this;
		}

		Draft fact(FactKind kind, String subject, String... keysAndValues) {
			Map<String, String> attributes = new TreeMap<>();
			for (int i = 0; i < keysAndValues.length; i += 2) {
				attributes.put(keysAndValues[i], keysAndValues[i + 1]);
			}
			this.facts.add(new Fact(kind, List.of(subject), attributes));
			return this;
		}

		Entry.Event logged(long offset) {
			return logged(offset, this.version);
		}

		Entry.Event logged(long offset, long as) {
			return new Entry.Event(new SourceRecord(this.id, as, RecordState.ACTIVE, offset, offset, offset,
					NameUuid.of("receipt", this.id, as, offset), this.type, this.at, this.precision, written(),
					written(), this.historic, this.handling, this.mentions, this.relations, this.facts), null);
		}

		private Instant written() {
			return (this.writtenAt != null) ? this.writtenAt : this.at;
		}

		/** Says nothing but that another record is withdrawn. */
		Entry.Event retracting(long offset, Draft other) {
			return new Entry.Event(logged(offset).record(), other.id());
		}

		Entry.Event retracted(long offset, long byVersion) {
			return new Entry.Event(
					new SourceRecord(this.id, byVersion, RecordState.ACTIVE, offset, offset, offset,
							NameUuid.of("receipt", this.id, byVersion, offset), this.type, this.at, this.precision,
							this.at, this.at, this.historic, HandlingCode.STANDARD, List.of(), List.of(), List.of()),
					this.id);
		}

	}

	static Entry.Tick tick(long offset, String at) {
		Instant time = Instant.parse(at);
		return new Entry.Tick(offset, NameUuid.of("tick", at), time);
	}

	/** The organisation of an agency's records declares a feed. */
	static Entry.HubRecord declared(long offset, String at, String agency, String eventType, @Nullable Integer hours,
			FactKind... kinds) {
		Map<String, String> attributes = new TreeMap<>(
				Map.of("agency", agency, "organisation", agency + "-org", "eventType", eventType, "ended", "false",
						"kinds", Arrays.stream(kinds).map(FactKind::name).collect(Collectors.joining(" "))));
		if (hours != null) {
			attributes.put("everyHours", hours.toString());
		}
		return declaration(offset, at, attributes);
	}

	/** The organisation says that it publishes something no longer. */
	static Entry.HubRecord ended(long offset, String at, String agency, String eventType) {
		return declaration(offset, at,
				Map.of("agency", agency, "organisation", agency + "-org", "eventType", eventType, "ended", "true"));
	}

	private static Entry.HubRecord declaration(long offset, String at, Map<String, String> attributes) {
		return new Entry.HubRecord(offset, NameUuid.of("declaration", offset), Instant.parse(at),
				List.of(new Fact(FactKind.FEED_DECLARED, List.of(), attributes)));
	}

	static Entry.HubRecord acknowledged(long offset, UUID alert, String role) {
		return new Entry.HubRecord(offset, NameUuid.of("acknowledgement", alert, offset), Instant.EPOCH,
				List.of(new Fact(FactKind.ALERT_ACKNOWLEDGED, List.of(),
						Map.of("alertId", alert.toString(), "by", "somebody", "role", role))));
	}

	static Entry.HubRecord acknowledged(long offset, UUID alert, String role, int revision) {
		return new Entry.HubRecord(offset, NameUuid.of("acknowledgement", alert, offset), Instant.EPOCH,
				List.of(new Fact(FactKind.ALERT_ACKNOWLEDGED, List.of(), Map.of("alertId", alert.toString(), "by",
						"somebody", "role", role, "revision", Integer.toString(revision)))));
	}

	/** Of what another epoch gave, at some time of the area. */
	static Entry.HubRecord acknowledgedElsewhere(long offset, UUID alert, String role, Instant seenAt) {
		return new Entry.HubRecord(offset, NameUuid.of("acknowledgement", alert, offset), Instant.EPOCH, List
			.of(new Fact(FactKind.ALERT_ACKNOWLEDGED, List.of(),
					Map.of("alertId", alert.toString(), "by", "somebody", "role", role, "seenAt", seenAt.toString()))));
	}

	/** An officer answers whether two mentions speak of one person. */
	static Entry.HubRecord answered(long offset, MentionId one, MentionId other, Verdict verdict) {
		return new Entry.HubRecord(offset, NameUuid.of("answer", one, other, offset), Instant.EPOCH,
				List.of(new Fact(FactKind.LINK_DECIDED, List.of(), Map.of("mention", one.toString(), "otherMention",
						other.toString(), "verdict", verdict.name(), "by", "officer"))));
	}

	/** By an officer who had some revision of this epoch before them. */
	static Entry.HubRecord decided(long offset, UUID alert, String outcome, int revision) {
		return new Entry.HubRecord(offset, NameUuid.of("decision", alert, offset), Instant.EPOCH,
				List.of(new Fact(FactKind.ALERT_DECIDED, List.of(), Map.of("alertId", alert.toString(), "by", "officer",
						"outcome", outcome, "revision", Integer.toString(revision)))));
	}

	/** By an officer who had before them what another epoch gave, at some time. */
	static Entry.HubRecord decidedElsewhere(long offset, UUID alert, String outcome, Instant seenAt) {
		return new Entry.HubRecord(offset, NameUuid.of("decision", alert, offset), Instant.EPOCH,
				List.of(new Fact(FactKind.ALERT_DECIDED, List.of(), Map.of("alertId", alert.toString(), "by", "officer",
						"outcome", outcome, "seenAt", seenAt.toString()))));
	}

	static Entry.HubRecord ended(long offset, UUID alert, String outcome) {
		return new Entry.HubRecord(offset, NameUuid.of("decision", alert, offset), Instant.EPOCH,
				List.of(new Fact(FactKind.ALERT_DECIDED, List.of(),
						Map.of("alertId", alert.toString(), "by", "officer", "outcome", outcome))));
	}

}
