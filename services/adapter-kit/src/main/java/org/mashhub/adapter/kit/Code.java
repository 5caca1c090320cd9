package org.mashhub.adapter.kit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/**
 * A text that is null or a code, so that nobody's own words stand where a code should.
 */
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = "[A-Z0-9][A-Z0-9_]{0,59}")
@ReportAsSingleViolation
public @interface Code {

	String message() default "{org.mashhub.adapter.kit.Code.message}";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
