package org.mashhub.standalone.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

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
import org.mashhub.standalone.bench.LinkageMapping.What;

/**
 * A table of people, each row as an observation of the area log: the engine takes it as
 * it takes an agency's event.
 */
final class LinkageTable {

	static final String AREA = "bench";

	private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

	private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");

	private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[/.-]?(\\d{1,2})[/.-]?(\\d{1,2})(?:T.*)?");

	private final Standardiser standardiser = new Standardiser(new HomeKeys("benchmark"));

	private final LinkageMapping mapping;

	private final int number;

	private LinkageTable(LinkageMapping mapping, int number) {
		this.mapping = mapping;
		this.number = number;
	}

	/**
	 * Reads the tables of one population.
	 * @param files tables with headings
	 * @param map mapping file, null to go by the headings
	 * @return all rows
	 */
	static List<Row> read(List<Path> files, @Nullable Path map) {
		List<Row> rows = new ArrayList<>();
		for (int i = 0; i < files.size(); i++) {
			rows.addAll(read(files.get(i), map, i));
		}
		return rows;
	}

	/**
	 * Reads a table.
	 * @param file table with headings
	 * @param map mapping file, null to go by the headings
	 * @param number which of several tables it is
	 * @return its rows
	 */
	static List<Row> read(Path file, @Nullable Path map, int number) {
		CSVFormat format = CSVFormat.DEFAULT.builder()
			.setHeader()
			.setSkipHeaderRecord(true)
			.setTrim(true)
			.setIgnoreEmptyLines(true)
			.get();
		try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
				CSVParser parser = format.parse(reader)) {
			LinkageTable table = new LinkageTable(LinkageMapping.of(map, parser.getHeaderNames()), number);
			Map<String, List<CSVRecord>> records = new LinkedHashMap<>();
			for (CSVRecord line : parser) {
				records.computeIfAbsent(table.record(line), (unknown) -> new ArrayList<>()).add(line);
			}
			return records.entrySet().stream().map((lines) -> table.row(lines.getKey(), lines.getValue())).toList();
		}
		catch (IOException ex) {
			throw new CannotProceedException("cannot read " + file, String.valueOf(ex.getMessage()));
		}
	}

	/** What the row is part of: its own record, unless a column names one. */
	private String record(CSVRecord line) {
		String record = String.join("/", values(line, What.RECORD));
		return record.isEmpty() ? this.number + "-" + line.getRecordNumber()
				: record + "#" + String.join("", values(line, What.VERSION));
	}

	private Row row(String record, List<CSVRecord> lines) {
		List<Person> people = new ArrayList<>();
		for (CSVRecord line : lines) {
			Map<String, String> groups = new TreeMap<>();
			for (String column : this.mapping.columns().getOrDefault(What.BY, List.of())) {
				groups.put(column, line.get(column));
			}
			people.add(new Person(truth(line), groups));
		}
		return new Row(observation(record, lines), people);
	}

	private String truth(CSVRecord line) {
		String truth = values(line, What.TRUTH).getFirst();
		if (this.mapping.truthPattern() == null) {
			return truth;
		}
		Matcher matcher = this.mapping.truthPattern().matcher(truth);
		return matcher.find() ? matcher.group(1) : truth;
	}

	private Observation observation(String record, List<CSVRecord> lines) {
		CSVRecord line = lines.getFirst();
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

	private PersonMention person(CSVRecord line) {
		List<PersonName> names = new ArrayList<>();
		List<String> given = new ArrayList<>(values(line, What.GIVEN));
		given.addAll(values(line, What.MIDDLE));
		String family = String.join(" ", values(line, What.FAMILY));
		String text = String.join(" ", values(line, What.NAME));
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
		values(line, What.NHS_NUMBER).forEach((value) -> identifiers.add(new Identifier("NHS_NUMBER", value, true)));
		values(line, What.PNC_ID).forEach((value) -> identifiers.add(new Identifier("PNC_ID", value, true)));
		values(line, What.NUMBER).forEach((value) -> identifiers.add(new Identifier("NUMBER", value, true)));
		for (String identifier : parted(line, What.IDENTIFIERS)) {
			int colon = identifier.indexOf(':');
			if (colon > 0) {
				identifiers.add(new Identifier(identifier.substring(0, colon), identifier.substring(colon + 1), true));
			}
		}
		List<ContactPoint> contacts = new ArrayList<>();
		values(line, What.PHONE).forEach((value) -> contacts.add(new ContactPoint(ContactKind.PHONE, value)));
		values(line, What.EMAIL).forEach((value) -> contacts.add(new ContactPoint(ContactKind.EMAIL, value)));
		return PersonMention.newBuilder()
			.setRef("row-" + line.getRecordNumber())
			.setRole(role(line))
			.setNames(names)
			.setBirth(birth(line))
			.setSex(sex(values(line, What.SEX)))
			.setIdentifiers(identifiers)
			.setAddress(address(line))
			.setContacts(contacts)
			.build();
	}

	private @Nullable Address address(CSVRecord line) {
		List<String> lines = parted(line, What.ADDRESS);
		String postcode = String.join("", values(line, What.POSTCODE));
		String uprn = String.join("", values(line, What.UPRN));
		if (lines.isEmpty() && postcode.isEmpty() && uprn.isEmpty()) {
			return null;
		}
		return Address.newBuilder()
			.setLines(lines)
			.setPostcode(postcode.isEmpty() ? null : postcode)
			.setUprn(uprn.isEmpty() ? null : uprn)
			.build();
	}

	private @Nullable BirthDate birth(CSVRecord line) {
		List<String> dates = values(line, What.BIRTH);
		if (!dates.isEmpty()) {
			return birth(dates.getFirst());
		}
		List<String> years = values(line, What.BIRTH_YEAR);
		if (!years.isEmpty() && years.getFirst().matches("\\d{4}")) {
			return BirthDate.newBuilder().setYear(Integer.parseInt(years.getFirst())).build();
		}
		List<String> ages = values(line, What.AGE);
		return (!ages.isEmpty() && ages.getFirst().matches("\\d{1,3}"))
				? BirthDate.newBuilder().setEstimatedAge(Integer.parseInt(ages.getFirst())).build() : null;
	}

	/** Local numbers count within the system that gave them. */
	private String scope(CSVRecord line) {
		String scope = String.join("/", values(line, What.RECORD));
		int last = scope.lastIndexOf('/');
		return "table-" + this.number + ((last > 0) ? "/" + scope.substring(0, last) : "");
	}

	private int version(CSVRecord line) {
		List<String> versions = values(line, What.VERSION);
		return (!versions.isEmpty() && versions.getFirst().matches("\\d{1,6}")) ? Integer.parseInt(versions.getFirst())
				: 1;
	}

	private PersonRole role(CSVRecord line) {
		String role = String.join("", values(line, What.ROLE));
		return Arrays.stream(PersonRole.values())
			.filter((known) -> known.name().equals(role))
			.findFirst()
			.orElse(PersonRole.SUBJECT);
	}

	private Instant madeAt(CSVRecord line) {
		List<String> at = values(line, What.AT);
		try {
			return at.isEmpty() ? AT : Instant.parse(at.getFirst());
		}
		catch (DateTimeException ex) {
			return AT;
		}
	}

	private static @Nullable BirthDate birth(String text) {
		Matcher dayFirst = DAY_FIRST.matcher(text);
		Matcher yearFirst = YEAR_FIRST.matcher(text);
		boolean byDay = dayFirst.matches();
		if (!byDay && !yearFirst.matches()) {
			return null;
		}
		int year = Integer.parseInt(byDay ? dayFirst.group(3) : yearFirst.group(1));
		int month = Integer.parseInt(byDay ? dayFirst.group(2) : yearFirst.group(2));
		int day = Integer.parseInt(byDay ? dayFirst.group(1) : yearFirst.group(3));
		try {
			return BirthDate.newBuilder().setDate(LocalDate.of(year, month, day)).build();
		}
		catch (DateTimeException ex) {
			// A date that cannot be still tells the year, as an adapter would take it.
			return BirthDate.newBuilder().setYear(year).build();
		}
	}

	private static Sex sex(List<String> recorded) {
		String letter = recorded.isEmpty() ? "" : recorded.getFirst().toUpperCase(Locale.ROOT);
		return letter.startsWith("F") ? Sex.FEMALE : letter.startsWith("M") ? Sex.MALE : Sex.UNKNOWN;
	}

	private List<String> parted(CSVRecord line, What what) {
		return values(line, what).stream()
			.flatMap((value) -> Pattern.compile("\\|").splitAsStream(value))
			.map(String::strip)
			.filter((value) -> !value.isEmpty())
			.toList();
	}

	private List<String> values(CSVRecord line, What what) {
		return this.mapping.columns()
			.getOrDefault(what, List.of())
			.stream()
			.filter(line::isSet)
			.map(line::get)
			.map(String::strip)
			.filter((value) -> !value.isEmpty())
			.toList();
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
