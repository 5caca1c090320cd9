package org.mashhub.adapter.kit.fhir;

import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.UnreadableNoticeException;

/** Refuses what the parser stumbles over, naming the element and not its value. */
class RefusingErrorHandler implements IParserErrorHandler {

	@Override
	public void containedResourceWithNoId(@Nullable IParseLocation location) {
		throw refusal(location, "contained", "has no id", "Give each contained resource an id and refer to it by #id.");
	}

	@Override
	public void incorrectJsonType(@Nullable IParseLocation location, String element, ValueType expected,
			@Nullable ScalarType expectedScalar, ValueType found, @Nullable ScalarType foundScalar) {
		throw refusal(location, element, "has the wrong type", "Send what FHIR R4 says for this element.");
	}

	@Override
	public void invalidValue(@Nullable IParseLocation location, String value, String error) {
		throw refusal(location, "", "has an unknown code or a wrong form",
				"Send a value that FHIR R4 allows for this element.");
	}

	@Override
	public void missingRequiredElement(@Nullable IParseLocation location, String element) {
		throw refusal(location, element, "is missing", "Send this element.");
	}

	@Override
	public void unexpectedRepeatingElement(@Nullable IParseLocation location, String element) {
		throw refusal(location, element, "is repeated", "Send this element once.");
	}

	@Override
	public void unknownAttribute(@Nullable IParseLocation location, String attribute) {
		throw unknown(location, attribute);
	}

	@Override
	public void unknownElement(@Nullable IParseLocation location, String element) {
		throw unknown(location, element);
	}

	@Override
	public void unknownReference(@Nullable IParseLocation location, String reference) {
		throw refusal(location, "reference", "refers to a resource that is not contained",
				"Contain the resource and refer to it by #id.");
	}

	@Override
	public void invalidInternalReference(@Nullable IParseLocation location, String reference) {
		throw refusal(location, "reference", "refers to a resource that is not contained",
				"Contain the resource and refer to it by #id.");
	}

	@Override
	public void extensionContainsValueAndNestedExtensions(@Nullable IParseLocation location) {
		throw refusal(location, "extension", "has both a value and nested extensions", "Send one or the other.");
	}

	private static UnreadableNoticeException unknown(@Nullable IParseLocation location, String element) {
		return refusal(location, element, "is not an element of FHIR R4 here",
				"Leave it out, or correct its spelling.");
	}

	private static UnreadableNoticeException refusal(@Nullable IParseLocation location, String element, String problem,
			String remedy) {
		String parent = (location != null && location.getParentElementName() != null) ? location.getParentElementName()
				: "";
		String name = element.matches("[A-Za-z][A-Za-z0-9]{0,39}") ? element : "";
		String field = (parent.isEmpty() || name.isEmpty()) ? parent + name : parent + "." + name;
		return new UnreadableNoticeException(new FieldProblem(field, problem, remedy));
	}

}
