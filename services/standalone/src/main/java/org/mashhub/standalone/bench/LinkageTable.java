package org.mashhub.standalone.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

import org.mashhub.adapter.kit.lines.TableRows;
import org.mashhub.correlation.intake.HomeKeys;
import org.mashhub.correlation.intake.Standardiser;
import org.mashhub.event.common.v1.Address;
import org.mashhub.event.common.v1.BirthDate;
import org.mashhub.event.common.v1.ContactKind;
import org.mashhub.event.common.v1.ContactPoint;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.FamilyInformed;
import org.mashhub.event.common.v1.Handling;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.Identifier;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonName;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.common.v1.Sex;
import org.mashhub.event.common.v1.TimePrecision;
import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.ObservationKind;
import org.mashhub.hub.v1.ObservedPerson;
import org.mashhub.messaging.NameUuid;
import org.mashhub.standalone.CannotProceedException;
import org.mashhub.standalone.Progress;
import org.mashhub.standalone.bench.LinkageMapping.What;

/**
 * A table of people, each row as an observation of the area log: the engine takes it as
 * it takes an agency's event.
 */
final class LinkageTable {

	static final String AREA = "bench";

	private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

	/** How mail programs write an address beside the name it belongs to. */
	private static final Pattern BESIDE_A_NAME = Pattern.compile("^.*<([^<>]+@[^<>]+)>\\s*$");

	/** Dates that systems write where they know none: of 1900, 1899, 1753, 1601, 1. */
	private static final int FEW_DEFAULTS = 10;

	/** Nobody is older; records of older people were made in their time. */
	private static final int OLDEST = 110;

	/** Defaults are few dates; of people of another time there are many. */
	private static final double OF_ANOTHER_TIME = 0.05;

	/** So many cells of a column that cannot be read are worth saying. */
	private static final double WORTH_SAYING = 0.01;

	private final Standardiser standardiser;

	private final LinkageMapping mapping;

	private final int number;

	private final BirthDates birthDates;

	private final LocalDate noBirth;

	private final BirthDates recordDates;

	private final SexWords sexWords;

	private final PhoneNumbers phoneNumbers;

	private final Instant made;

	private LinkageTable(LinkageMapping mapping, int number, List<TableLine> lines, PhoneNumbers phoneNumbers) {
		this.mapping = mapping;
		this.number = number;
		this.birthDates = BirthDates.of(all(lines, What.BIRTH));
		this.recordDates = BirthDates.of(all(lines, What.AT));
		this.noBirth = noBirth(lines);
		this.standardiser = new Standardiser(new HomeKeys("benchmark"), this.noBirth);
		this.sexWords = SexWords.of(all(lines, What.SEX));
		this.phoneNumbers = phoneNumbers;
		this.made = made(lines);
	}

	/**
	 * Reads the tables of one population.
	 * @param files tables with headings
	 * @param map mapping file, null to go by the headings
	 * @param progress told of columns that cannot be read
	 * @return all rows
	 */
	static List<Row> read(List<Path> files, @Nullable Path map, Progress progress) {
		List<Source> sources = files.stream().map((file) -> source(file, map)).toList();
		PhoneNumbers phoneNumbers = PhoneNumbers
			.of(sources.stream().flatMap((source) -> all(source.lines(), What.PHONE).stream()).toList());
		List<Row> rows = new ArrayList<>();
		for (int i = 0; i < sources.size(); i++) {
			LinkageTable table = new LinkageTable(sources.get(i).mapping(), i, sources.get(i).lines(), phoneNumbers);
			table.sayWhatCannotBeRead(sources.get(i).lines(), progress);
			rows.addAll(table.rows(sources.get(i).lines()));
		}
		return rows;
	}

	private static Source source(Path file, @Nullable Path map) {
		try (InputStream in = Files.newInputStream(file)) {
			TableRows table = new TableRows(in);
			List<String> headings = table.headings();
			if (headings.isEmpty()) {
				throw new CannotProceedException(file + " is empty",
						"A table has a line of headings, then a row a person.");
			}
			LinkageMapping mapping = LinkageMapping.of(map, headings);
			Map<What, List<Integer>> columns = new EnumMap<>(What.class);
			mapping.columns()
				.forEach((what, names) -> columns.put(what, names.stream().map(headings::indexOf).toList()));
			List<TableLine> lines = new ArrayList<>();
			for (CSVRecord row = table.next(); row != null; row = table.next()) {
				if (row.stream().anyMatch((cell) -> !cell.isBlank())) {
					lines.add(new TableLine(row, lines.size() + 1, columns));
				}
			}
			if (lines.isEmpty()) {
				throw new CannotProceedException(file + " has headings and no row", "A table has a row a person.");
			}
			return new Source(mapping, lines);
		}
		catch (IOException ex) {
			throw new CannotProceedException("cannot read " + file, String.valueOf(ex.getMessage()));
		}
	}

	private List<Row> rows(List<TableLine> lines) {
		Map<String, List<TableLine>> records = new LinkedHashMap<>();
		for (TableLine line : lines) {
			records.computeIfAbsent(record(line), (unknown) -> new ArrayList<>()).add(line);
		}
		return records.entrySet().stream().map((record) -> row(record.getKey(), record.getValue())).toList();
	}

	private static List<String> all(List<TableLine> lines, What what) {
		return lines.stream().flatMap((line) -> line.values(what).stream()).toList();
	}

	/**
	 * The date by which nobody of the table was born. What systems write where they know
	 * no date is one date or a few: where many different ones are as old, they are meant.
	 */
	private LocalDate noBirth(List<TableLine> lines) {
		Set<LocalDate> dates = new HashSet<>();
		for (TableLine line : lines) {
			BirthDate birth = birth(line);
			if (birth != null) {
				birth.getDate().ifPresent(dates::add);
			}
		}
		long old = dates.stream().filter((date) -> !date.isAfter(Standardiser.DEFAULT_BIRTH)).count();
		return (old > FEW_DEFAULTS && old > OF_ANOTHER_TIME * dates.size()) ? LocalDate.MIN
				: Standardiser.DEFAULT_BIRTH;
	}

	/** A column of which nothing is made would be missed by nobody. */
	private void sayWhatCannotBeRead(List<TableLine> lines, Progress progress) {
		this.mapping.columns().forEach((what, columns) -> {
			List<TableLine> filled = lines.stream().filter((line) -> !line.first(what).isEmpty()).toList();
			long unread = filled.stream().filter((line) -> !canBeRead(line, what)).count();
			if (unread > WORTH_SAYING * filled.size()) {
				progress.say(String.format(Locale.ROOT, "Nothing is read of %,d of %,d cells of %s (%s)", unread,
						filled.size(), String.join(", ", columns), what.key()));
			}
		});
	}

	private boolean canBeRead(TableLine line, What what) {
		return switch (what) {
			case BIRTH -> {
				BirthDate birth = dateOfBirth(line);
				yield birth != null && birth.getDate()
					.map((date) -> date.isAfter(this.noBirth))
					.orElse(birth.getYear().isPresent());
			}
			case BIRTH_YEAR -> number(line, what, 4).isPresent();
			case BIRTH_MONTH, BIRTH_DAY -> number(line, what, 2).isPresent();
			case AGE -> number(line, what, 3).isPresent();
			case AT -> saidAt(line) != null;
			case SEX -> this.sexWords.read(line.first(what)) != Sex.UNKNOWN;
			case PHONE -> line.values(what).stream().anyMatch((phone) -> !this.phoneNumbers.read(phone).isEmpty());
			case TRUTH, GIVEN, MIDDLE, FAMILY, NAME, ALIAS, ADDRESS, POSTCODE, UPRN, EMAIL, NHS_NUMBER, PNC_ID, NUMBER,
					IDENTIFIERS, RECORD, VERSION, ROLE, BY ->
				true;
		};
	}

	/** A table of people who are long dead was made while they lived. */
	private Instant made(List<TableLine> lines) {
		int latest = lines.stream()
			.map(this::birth)
			.filter(Objects::nonNull)
			.mapToInt((birth) -> birth.getDate().map(LocalDate::getYear).or(birth::getYear).orElse(0))
			.max()
			.orElse(0);
		int now = AT.atZone(ZoneOffset.UTC).getYear();
		return (latest == 0 || latest > now - OLDEST) ? AT
				: LocalDate.of(latest + 1, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
	}

	/** What the row is part of: its own record, unless a column names one. */
	private String record(TableLine line) {
		String record = String.join("/", line.values(What.RECORD));
		return record.isEmpty() ? this.number + "-" + line.number()
				: record + "#" + String.join("", line.values(What.VERSION));
	}

	private Row row(String record, List<TableLine> lines) {
		List<Person> people = new ArrayList<>();
		for (TableLine line : lines) {
			Map<String, String> groups = new TreeMap<>();
			List<String> by = this.mapping.columns().getOrDefault(What.BY, List.of());
			for (int i = 0; i < by.size(); i++) {
				groups.put(by.get(i), line.values(What.BY).get(i));
			}
			people.add(new Person(truth(line), groups));
		}
		return new Row(observation(record, lines), people);
	}

	private String truth(TableLine line) {
		String truth = String.join("/", line.values(What.TRUTH));
		if (this.mapping.truthPattern() == null) {
			return truth;
		}
		Matcher matcher = this.mapping.truthPattern().matcher(truth);
		return (matcher.find() && matcher.group(1) != null) ? matcher.group(1) : truth;
	}

	private Observation observation(String record, List<TableLine> lines) {
		TableLine line = lines.getFirst();
		int version = record.lastIndexOf('#');
		String id = (version < 0) ? record : record.substring(0, version);
		EventHeader header = EventHeader.newBuilder()
			.setReceiptId(NameUuid.of("receipt", AREA, record))
			.setEventId(NameUuid.of("event", AREA, record))
			.setAreaHint(AREA)
			.setAgency("bench")
			.setOrganisationCode(scope(line))
			.setSourceSystem("csv")
			.setSourceRecordId(id)
			.setSourceVersion(version(line))
			.setRecordState(RecordState.ACTIVE)
			.setOccurredAt(madeAt(line))
			.setOccurredPrecision(TimePrecision.DAY)
			.setRecordedAt(AT)
			.setReceivedAt(AT)
			.setHistoric(true)
			.setPurpose("benchmark")
			.setLawfulBasis("none: nobody of the table is real")
			.setHandling(Handling.newBuilder().setCode(HandlingCode.STANDARD).build())
			.setFamilyInformed(FamilyInformed.UNKNOWN)
			.build();
		return Observation.newBuilder()
			.setReceiptId(header.getReceiptId())
			.setArea(AREA)
			.setKind(ObservationKind.EVENT)
			.setClock(AT)
			.setEventType("Row")
			.setHeader(header)
			.setPeople(lines.stream()
				.map(this::person)
				.map((person) -> new ObservedPerson(person, this.standardiser.standardise(person, header)))
				.toList())
			.setStandardisation(Standardiser.VERSION)
			.build();
	}

	private PersonMention person(TableLine line) {
		List<PersonName> names = new ArrayList<>();
		List<String> given = new ArrayList<>(line.values(What.GIVEN));
		given.addAll(line.values(What.MIDDLE));
		String family = String.join(" ", line.values(What.FAMILY));
		String text = String.join(" ", line.values(What.NAME));
		names.add(PersonName.newBuilder()
			.setUse(NameUse.USUAL)
			.setGiven(given)
			.setFamily(family.isEmpty() ? null : family)
			.setText(text.isEmpty() ? null : text)
			.build());
		for (String alias : parted(line, What.ALIAS)) {
			names.add(PersonName.newBuilder().setUse(NameUse.ALIAS).setText(alias).build());
		}
		List<Identifier> identifiers = new ArrayList<>();
		line.values(What.NHS_NUMBER).forEach((value) -> identifiers.add(new Identifier("NHS_NUMBER", value, true)));
		line.values(What.PNC_ID).forEach((value) -> identifiers.add(new Identifier("PNC_ID", value, true)));
		line.values(What.NUMBER).forEach((value) -> identifiers.add(new Identifier("NUMBER", value, true)));
		for (String identifier : parted(line, What.IDENTIFIERS)) {
			int colon = identifier.indexOf(':');
			if (colon > 0) {
				identifiers.add(new Identifier(identifier.substring(0, colon), identifier.substring(colon + 1), true));
			}
		}
		List<ContactPoint> contacts = new ArrayList<>();
		line.values(What.PHONE)
			.stream()
			.map(this.phoneNumbers::read)
			.filter((phone) -> !phone.isEmpty())
			.forEach((phone) -> contacts.add(new ContactPoint(ContactKind.PHONE, phone)));
		line.values(What.EMAIL)
			.forEach((value) -> contacts
				.add(new ContactPoint(ContactKind.EMAIL, BESIDE_A_NAME.matcher(value).replaceFirst("$1"))));
		return PersonMention.newBuilder()
			.setRef("row-" + line.number())
			.setRole(role(line))
			.setNames(names)
			.setBirth(birth(line))
			.setSex(this.sexWords.read(line.first(What.SEX)))
			.setIdentifiers(identifiers)
			.setAddress(address(line))
			.setContacts(contacts)
			.build();
	}

	private @Nullable Address address(TableLine line) {
		List<String> lines = parted(line, What.ADDRESS);
		String postcode = String.join("", line.values(What.POSTCODE));
		String uprn = String.join("", line.values(What.UPRN));
		if (lines.isEmpty() && postcode.isEmpty() && uprn.isEmpty()) {
			return null;
		}
		return Address.newBuilder()
			.setLines(lines)
			.setPostcode(postcode.isEmpty() ? null : postcode)
			.setUprn(uprn.isEmpty() ? null : uprn)
			.build();
	}

	private @Nullable BirthDate birth(TableLine line) {
		BirthDate date = dateOfBirth(line);
		if (date != null) {
			return date;
		}
		OptionalInt year = number(line, What.BIRTH_YEAR, 4);
		if (year.isPresent()) {
			OptionalInt month = number(line, What.BIRTH_MONTH, 2);
			OptionalInt day = number(line, What.BIRTH_DAY, 2);
			return BirthDates.of(year.getAsInt(), month.orElse(0), day.orElse(0));
		}
		OptionalInt age = number(line, What.AGE, 3);
		return age.isPresent() ? BirthDate.newBuilder().setEstimatedAge(age.getAsInt()).build() : null;
	}

	private @Nullable BirthDate dateOfBirth(TableLine line) {
		List<String> dates = line.values(What.BIRTH);
		if (dates.isEmpty()) {
			return null;
		}
		BirthDate first = this.birthDates.read(dates.getFirst());
		return (dates.size() == 1 || (first != null && first.getDate().isPresent())) ? first
				: this.birthDates.read(String.join("-", dates));
	}

	private static OptionalInt number(TableLine line, What what, int digits) {
		String written = line.first(what);
		return written.matches("\\d{1," + digits + "}") ? OptionalInt.of(Integer.parseInt(written))
				: OptionalInt.empty();
	}

	/** Local numbers count within the system that gave them. */
	private String scope(TableLine line) {
		String scope = String.join("/", line.values(What.RECORD));
		int last = scope.lastIndexOf('/');
		return "table-" + this.number + ((last > 0) ? "/" + scope.substring(0, last) : "");
	}

	private int version(TableLine line) {
		List<String> versions = line.values(What.VERSION);
		return (!versions.isEmpty() && versions.getFirst().matches("\\d{1,6}")) ? Integer.parseInt(versions.getFirst())
				: 1;
	}

	private PersonRole role(TableLine line) {
		String role = String.join("", line.values(What.ROLE));
		return Arrays.stream(PersonRole.values())
			.filter((known) -> known.name().equals(role))
			.findFirst()
			.orElse(PersonRole.SUBJECT);
	}

	private Instant madeAt(TableLine line) {
		Instant at = saidAt(line);
		return (at != null) ? at : this.made;
	}

	/** An instant, a date in whatever way the table writes them, or a year. */
	private @Nullable Instant saidAt(TableLine line) {
		String at = String.join("-", line.values(What.AT));
		try {
			return Instant.parse(at);
		}
		catch (DateTimeException ex) {
			BirthDate date = at.isEmpty() ? null : this.recordDates.read(at);
			return (date == null) ? null
					: date.getDate()
						.or(() -> date.getYear().map((year) -> LocalDate.of(year, 1, 1)))
						.map((day) -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
						.orElse(null);
		}
	}

	private List<String> parted(TableLine line, What what) {
		return line.values(what)
			.stream()
			.flatMap((value) -> Pattern.compile("\\|").splitAsStream(value))
			.map(String::strip)
			.filter((value) -> !value.isEmpty())
			.toList();
	}

	/**
	 * A table as it was read.
	 *
	 * @param mapping which column holds what
	 * @param lines its rows
	 */
	private record Source(LinkageMapping mapping, List<TableLine> lines) {
	}

	/**
	 * One record: a row, or the rows of one record.
	 *
	 * @param observation what the engine is told
	 * @param people of whom it speaks, in order
	 */
	record Row(Observation observation, List<Person> people) {
	}

	/**
	 * Somebody of whom a record speaks.
	 *
	 * @param truth who it is
	 * @param groups what results are broken down by
	 */
	record Person(String truth, Map<String, String> groups) {
	}

}
