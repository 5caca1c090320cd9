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
import jakarta.validation.constraints.Size;

/**
 * A text that is null or a Unique Property Reference Number: 1 to 12 digits, never one
 * that a spreadsheet has rounded.
 */
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = "0{0,11}[1-9][0-9]{0,11}")
@Size(max = 12)
@ReportAsSingleViolation
public @interface Uprn {

	String message() default "{org.mashhub.adapter.kit.Uprn.message}";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
