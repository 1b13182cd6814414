import { FITTED } from './fitted.data.js';
import { modelVersion } from './model-version.js';

describe('the version of a model', () => {
  it('of the shipped model names its data and its coefficients', () => {
    expect(FITTED.version).toBe(modelVersion('oulad-2013B-2013J-2014B', FITTED));
  });

  it('differs for two fits to the same data', () => {
    const [first, ...others] = FITTED.knots;
    const refitted = { ...FITTED, knots: [{ ...first!, intercept: first!.intercept + 0.0001 }, ...others] };
    expect(modelVersion('oulad', refitted)).not.toBe(modelVersion('oulad', FITTED));
  });
});
