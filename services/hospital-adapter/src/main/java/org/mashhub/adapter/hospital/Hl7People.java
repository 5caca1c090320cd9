package org.mashhub.adapter.hospital;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import ca.uhn.hl7v2.model.Primitive;
import ca.uhn.hl7v2.model.v24.datatype.CE;
import ca.uhn.hl7v2.model.v24.datatype.CX;
import ca.uhn.hl7v2.model.v24.datatype.TS;
import ca.uhn.hl7v2.model.v24.datatype.XAD;
import ca.uhn.hl7v2.model.v24.datatype.XPN;
import ca.uhn.hl7v2.model.v24.datatype.XTN;
import ca.uhn.hl7v2.model.v24.segment.NK1;
import ca.uhn.hl7v2.model.v24.segment.PD1;
import ca.uhn.hl7v2.model.v24.segment.PID;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.PersonAround;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.adapter.kit.RelationToPatient;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.RelationshipStatus;
import org.mashhub.event.common.v1.Sex;

/**
 * The people of a message, as the hospital's own notices have them. Values are taken as
 * they stand; {@link NoticeChecks} says which cannot be right. Only a phone number that
 * is none is left out: its field is where wards write what they like.
 */
final class Hl7People {

	/** Table 0203; a number of any other type is not the hospital's own. */
	private static final List<String> HOSPITAL_NUMBER = List.of("MR", "MRN", "PI", "PT");

	private static final String VERIFIED = "NSTS01";

	private Hl7People() {
	}

	static Patient patient(PID pid, @Nullable PD1 pd1) {
		List<XPN> names = named(pid.getPatientName());
		XPN usual = usual(names);
		List<Patient.OtherName> others = new ArrayList<>(
				names.stream().filter((name) -> name != usual).map((name) -> otherName(use(name), name)).toList());
		named(pid.getPatientAlias()).forEach((alias) -> others.add(otherName(NameUse.ALIAS, alias)));
		boolean restricted = pd1 != null && "Y".equals(text(pd1.getProtectionIndicator()));
		return new Patient(hospitalNumber(pid.getPatientIdentifierList()), nhsNumber(pid.getPatientIdentifierList()),
				Arrays.stream(pid.getIdentityReliabilityCode()).anyMatch((code) -> VERIFIED.equals(text(code))),
				forenames(usual), surname(usual), others, date(pid.getDateTimeOfBirth()),
				sex(text(pid.getAdministrativeSex())), home(pid.getPatientAddress()), phone(pid.getPhoneNumberHome()),
				(pd1 != null) ? practice(pd1) : null, restricted, restricted);
	}

	/** A number that the patient had before; empty when it is of no type that counts. */
	static Optional<PriorNumbers> prior(CX number) {
		String nhsNumber = nhsNumber(new CX[] { number });
		String id = (nhsNumber == null) ? hospitalNumber(new CX[] { number }) : null;
		return (nhsNumber != null || id != null) ? Optional.of(new PriorNumbers(id, nhsNumber)) : Optional.empty();
	}

	/** Of several NHS numbers the first counts; the others were replaced. */
	static List<PriorNumbers> further(PID pid) {
		String current = nhsNumber(pid.getPatientIdentifierList());
		return Arrays.stream(pid.getPatientIdentifierList())
			.filter(Hl7People::isNhsNumber)
			.flatMap((number) -> prior(number).stream())
			.filter((numbers) -> !numbers.equals(new PriorNumbers(null, current)))
			.distinct()
			.toList();
	}

	/** Next of kin, as far as they are named. */
	static List<PersonAround> nextOfKin(List<NK1> segments, Patient patient) {
		List<PersonAround> people = new ArrayList<>();
		for (NK1 segment : segments) {
			XPN name = usual(named(segment.getNKName()));
			if (name != null) {
				boolean restricted = "Y".equals(text(segment.getProtectionIndicator()));
				people.add(new PersonAround(null, relation(segment.getRelationship()), RelationshipStatus.RECORDED,
						forenames(name), surname(name), null, date(segment.getDateTimeOfBirth()), null,
						sex(text(segment.getAdministrativeSex())),
						nhsNumber(segment.getNextOfKinAssociatedPartySIdentifiers()), null, null,
						home(segment.getAddress()), phone(segment.getPhoneNumber()), null,
						restricted || Boolean.TRUE.equals(patient.addressProtected()), restricted));
			}
		}
		return people;
	}

	/**
	 * A value as sent; null where there is none, or where HL7's {@code ""} deletes it.
	 */
	static @Nullable String text(Primitive primitive) {
		String value = primitive.getValue();
		return (value == null || value.isBlank() || value.equals("\"\"")) ? null : value.strip();
	}

	private static @Nullable String nhsNumber(CX[] numbers) {
		return Arrays.stream(numbers)
			.filter(Hl7People::isNhsNumber)
			.flatMap((number) -> texts(number.getID()).stream())
			.findFirst()
			.orElse(null);
	}

	private static @Nullable String hospitalNumber(CX[] numbers) {
		return Arrays.stream(numbers)
			.filter((number) -> !isNhsNumber(number))
			.filter((number) -> HOSPITAL_NUMBER
				.contains(Objects.requireNonNullElse(text(number.getIdentifierTypeCode()), "MR")))
			.flatMap((number) -> texts(number.getID()).stream())
			.findFirst()
			.orElse(null);
	}

	private static boolean isNhsNumber(CX number) {
		String type = text(number.getIdentifierTypeCode());
		return "NH".equals(type) || "NHS".equals(type)
				|| (type == null && "NHS".equals(text(number.getAssigningAuthority().getNamespaceID())));
	}

	private static List<XPN> named(XPN[] names) {
		return Arrays.stream(names).filter((name) -> surname(name) != null || forenames(name) != null).toList();
	}

	private static @Nullable XPN usual(List<XPN> names) {
		for (XPN name : names) {
			if (use(name) == NameUse.USUAL || use(name) == NameUse.OFFICIAL) {
				return name;
			}
		}
		return names.isEmpty() ? null : names.getFirst();
	}

	private static Patient.OtherName otherName(NameUse use, XPN name) {
		return new Patient.OtherName(use, forenames(name), surname(name));
	}

	/** Table 0200. */
	private static NameUse use(XPN name) {
		String type = text(name.getNameTypeCode());
		return switch ((type != null) ? type : "") {
			case "L" -> NameUse.OFFICIAL;
			case "A", "S" -> NameUse.ALIAS;
			case "N" -> NameUse.NICKNAME;
			case "B", "M" -> NameUse.FORMER;
			default -> NameUse.USUAL;
		};
	}

	private static @Nullable String surname(@Nullable XPN name) {
		return (name != null) ? text(name.getFamilyName().getSurname()) : null;
	}

	private static @Nullable String forenames(@Nullable XPN name) {
		if (name == null) {
			return null;
		}
		String joined = String.join(" ",
				texts(name.getGivenName(), name.getSecondAndFurtherGivenNamesOrInitialsThereof()));
		return joined.isEmpty() ? null : joined;
	}

	/** As much of a date as there is; as sent, and so refused later, when it is none. */
	private static @Nullable String date(TS time) {
		String text = text(time.getTimeOfAnEvent());
		if (text == null || !text.matches("\\d{4}(\\d{2}(\\d{2}.*)?)?")) {
			return text;
		}
		return (text.length() == 4) ? text : text.substring(0, 4) + "-" + text.substring(4, 6)
				+ ((text.length() > 6) ? "-" + text.substring(6, 8) : "");
	}

	/** Table 0001, and the codes of the NHS Data Dictionary. */
	private static @Nullable Sex sex(@Nullable String code) {
		return (code != null) ? switch (code.toUpperCase(Locale.ROOT)) {
			case "F", "2" -> Sex.FEMALE;
			case "M", "1" -> Sex.MALE;
			case "A", "O", "9" -> Sex.INDETERMINATE;
			default -> Sex.UNKNOWN;
		} : null;
	}

	/** The code says more than the text, where it says anything. */
	private static RelationToPatient relation(CE relationship) {
		RelationToPatient byCode = RelationToPatient.ofCode(text(relationship.getIdentifier()));
		return (byCode != RelationToPatient.NOT_KNOWN) ? byCode
				: RelationToPatient.ofCode(text(relationship.getText()));
	}

	private static @Nullable PostalAddress home(XAD[] addresses) {
		for (XAD address : addresses) {
			String type = text(address.getAddressType());
			boolean home = type == null || List.of("H", "C", "L", "M", "P").contains(type);
			List<String> lines = texts(address.getStreetAddress().getStreetOrMailingAddress(),
					address.getOtherDesignation(), address.getCity(), address.getStateOrProvince());
			String code = text(address.getZipOrPostalCode());
			if (home && (!lines.isEmpty() || code != null)) {
				return isAbroad(address) ? new PostalAddress(lines, null, null, null)
						: new PostalAddress(lines, code, null, null);
			}
		}
		return null;
	}

	private static boolean isAbroad(XAD address) {
		String country = text(address.getCountry());
		return country != null && !List.of("GBR", "GB", "UK").contains(country.toUpperCase(Locale.ROOT));
	}

	private static @Nullable String phone(XTN[] telecoms) {
		return Arrays.stream(telecoms)
			.flatMap((telecom) -> texts(telecom.get9999999X99999CAnyText(), telecom.getAnyText()).stream())
			.map((number) -> number.replaceAll("[-.]", ""))
			.filter((number) -> number.matches("\\+?[0-9() ]{6,24}"))
			.findFirst()
			.orElse(null);
	}

	/**
	 * PD1-3: HL7 up to 2.4 has the code as the third component, later ones as the tenth.
	 */
	private static @Nullable String practice(PD1 pd1) {
		return Arrays.stream(pd1.getPatientPrimaryFacility())
			.flatMap((practice) -> Stream.concat(Optional.ofNullable(text(practice.getIDNumber())).stream(),
					extra(practice.getExtraComponents().numComponents() > 0
							? practice.getExtraComponents().getComponent(0).getData() : null)))
			.filter((code) -> code.matches("[A-Z0-9]{3,10}"))
			.findFirst()
			.orElse(null);
	}

	private static Stream<String> extra(ca.uhn.hl7v2.model.@Nullable Type component) {
		return (component instanceof Primitive primitive) ? Optional.ofNullable(text(primitive)).stream()
				: Stream.empty();
	}

	private static List<String> texts(Primitive... primitives) {
		List<String> texts = new ArrayList<>();
		for (Primitive primitive : primitives) {
			String text = text(primitive);
			if (text != null) {
				texts.add(text);
			}
		}
		return texts;
	}

}
