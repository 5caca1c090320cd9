package org.mashhub.adapter.kit.fhir;

import java.io.Reader;
import java.io.Writer;
import java.util.Iterator;

import ca.uhn.fhir.parser.json.BaseJsonLikeArray;
import ca.uhn.fhir.parser.json.BaseJsonLikeObject;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue;
import ca.uhn.fhir.parser.json.BaseJsonLikeWriter;
import ca.uhn.fhir.parser.json.JsonLikeStructure;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tree that was read and looked through already, as HAPI's parser wants it: the very
 * tree becomes the resource, and its text is not read a second time.
 */
final class FhirTree implements JsonLikeStructure {

	private final ObjectNode root;

	FhirTree(ObjectNode root) {
		this.root = root;
	}

	@Override
	public JsonLikeStructure getInstance() {
		return this;
	}

	@Override
	public BaseJsonLikeObject getRootObject() {
		return new Branch(this.root);
	}

	@Override
	public void load(Reader reader) {
		throw readOnly();
	}

	@Override
	public void load(Reader reader, boolean allowArray) {
		throw readOnly();
	}

	@Override
	public BaseJsonLikeWriter getJsonLikeWriter() {
		throw readOnly();
	}

	@Override
	public BaseJsonLikeWriter getJsonLikeWriter(Writer writer) {
		throw readOnly();
	}

	private static UnsupportedOperationException readOnly() {
		return new UnsupportedOperationException("a tree that is there is only read");
	}

	private static @Nullable BaseJsonLikeValue value(@Nullable JsonNode node) {
		if (node == null) {
			return null;
		}
		return switch (node) {
			case ObjectNode object -> new Branch(object);
			case JsonNode list when list.isArray() -> new Row(list);
			default -> new Leaf(node);
		};
	}

	/** An object. */
	private static final class Branch extends BaseJsonLikeObject {

		private final ObjectNode object;

		Branch(ObjectNode object) {
			this.object = object;
		}

		@Override
		public @Nullable Object getValue() {
			return null;
		}

		@Override
		public Iterator<String> keyIterator() {
			return this.object.propertyNames().iterator();
		}

		@Override
		public @Nullable BaseJsonLikeValue get(String key) {
			return value(this.object.get(key));
		}

	}

	/** An array. */
	private static final class Row extends BaseJsonLikeArray {

		private final JsonNode array;

		Row(JsonNode array) {
			this.array = array;
		}

		@Override
		public @Nullable Object getValue() {
			return null;
		}

		@Override
		public int size() {
			return this.array.size();
		}

		@Override
		public @Nullable BaseJsonLikeValue get(int index) {
			return value(this.array.get(index));
		}

	}

	/** A text, a number, true, false or null. */
	private static final class Leaf extends BaseJsonLikeValue {

		private final JsonNode node;

		Leaf(JsonNode node) {
			this.node = node;
		}

		@Override
		public ValueType getJsonType() {
			return this.node.isNull() ? ValueType.NULL : ValueType.SCALAR;
		}

		@Override
		public @Nullable ScalarType getDataType() {
			if (this.node.isNumber()) {
				return ScalarType.NUMBER;
			}
			if (this.node.isBoolean()) {
				return ScalarType.BOOLEAN;
			}
			return this.node.isString() ? ScalarType.STRING : null;
		}

		@Override
		public Object getValue() {
			if (this.node.isNumber()) {
				return getAsNumber();
			}
			return this.node.isBoolean() ? (Object) this.node.booleanValue() : getAsString();
		}

		@Override
		public Number getAsNumber() {
			return this.node.isIntegralNumber() ? this.node.numberValue() : this.node.decimalValue();
		}

		@Override
		public String getAsString() {
			if (this.node.isNull()) {
				return "null";
			}
			return (this.node.isNumber() && !this.node.isIntegralNumber()) ? this.node.decimalValue().toPlainString()
					: this.node.asString();
		}

		@Override
		public boolean getAsBoolean() {
			return this.node.isBoolean() ? this.node.booleanValue() : super.getAsBoolean();
		}

	}

}
