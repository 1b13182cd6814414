/**
 * The model of passing that Daymark comes with, written by `npm run readiness:fit`: data, not to be changed by hand.
 *
 * Fitted to the Open University Learning Analytics dataset (J. Kuzilek, M. Hlosta, Z. Zdrahal, Scientific Data 4:170171, 2017; CC BY 4.0):
 * AAA 2013J, BBB 2013B, BBB 2013J, BBB 2014B, CCC 2014B, DDD 2013B, DDD 2013J, DDD 2014B, EEE 2013J, EEE 2014B, FFF 2013B, FFF 2014B, GGG 2013J, GGG 2014B;
 * 19015 learners.
 */
import type { PassModel } from './pass-model.js';

export const FITTED: PassModel = {
  version: 'oulad-2013B-2013J-2014B',
  knots: [
    {
      share: 0.1,
      intercept: 0.4381,
      season: 0,
      coefficients: [0.3016, 0.7583, 0.4217, 0.1438, -0.1458, 3.0796, 1.1473, -0.8355, -2.2813, -0.3454, 0, 3.2769, -0.3087],
      scales: [0.1252, 0.2205, 0.2957, 0.3314, 0.3387, 0.0816, 0.4531, 0.3754, 0.047, 0.4196, 1.3436, 0.0434, 0.4695],
      sds: [0.1238, 1.1199, 0.5732, 0.4717, 0.3516, 0.3538, 2.2134, 0.2926, 0.4953, 3.173, 0.3039, 0, 0.6541, 0.0414],
      levels: {},
    },
    {
      share: 0.2,
      intercept: 0.4587,
      season: 0,
      coefficients: [0.7925, 1.2067, 0.6642, 0.1298, -0.0721, 3.0493, 0.8558, -0.2103, -2.2293, -0.4957, 0, 1.4125, -0.1915],
      scales: [0.0748, 0.3262, 0.2551, 0.3469, 0.4023, 0.1369, 0.6863, 0.372, 0.0834, 0.587, 1.1622, 0.0538, 0.4691],
      sds: [0.1214, 1.6862, 0.4588, 0.5309, 0.3467, 0.3213, 1.0919, 0.1779, 0.3831, 1.4744, 0.2021, 0, 0.5339, 0.0447],
      levels: {},
    },
    {
      share: 0.4,
      intercept: 0.7659,
      season: 0,
      coefficients: [1.8534, 1.6257, 0.4885, 0.115, -0.0502, 3.2331, 0.6808, -0.8566, -1.974, -0.2726, 0.07, 0, -0.122],
      scales: [0.0586, 0.424, 0.3466, 0.3581, 0.7893, 0.1921, 0.866, 0.4098, 0.1139, 1.0229, 1.4292, 0.0739, 0.4679],
      sds: [0.1293, 2.1398, 0.4151, 0.3772, 0.317, 0.1649, 0.7949, 0.1442, 0.3305, 1.0113, 0.1371, 0.0434, 0, 0.0528],
      levels: {},
    },
    {
      share: 0.6,
      intercept: 0.9875,
      season: 0,
      coefficients: [0.9634, 1.6281, 0.7937, 0.1251, -0.0847, 4.1466, 0.5494, -0.7132, -1.4517, -0.3912, 0.0769, 0, -0.0421],
      scales: [0.0521, 0.4902, 0.3793, 0.397, 1.0734, 0.2206, 0.9708, 0.4371, 0.1313, 1.512, 1.5904, 0.0913, 0.469],
      sds: [0.1348, 2.3681, 0.4084, 0.3498, 0.2896, 0.1431, 0.6971, 0.1285, 0.2983, 0.8769, 0.1015, 0.0484, 0, 0.0596],
      levels: {},
    },
    {
      share: 0.8,
      intercept: 1.4437,
      season: 0,
      coefficients: [2.2134, 2.1026, 0.2982, 0.2234, -0.3131, 5.2953, 0.4885, -0.2807, -0.8829, -0.2857, 0.1776, 0, -0.0304],
      scales: [0.0638, 0.4781, 0.4256, 0.3577, 1.3797, 0.2382, 0.9852, 0.4672, 0.1407, 2.093, 1.6196, 0.1113, 0.4653],
      sds: [0.1472, 2.0433, 0.4761, 0.3079, 0.3511, 0.1241, 0.7045, 0.1288, 0.2812, 0.8309, 0.0794, 0.061, 0, 0.0676],
      levels: {},
    },
    {
      share: 1,
      intercept: 2.0097,
      season: 0,
      coefficients: [3.6681, 4.3318, 0.3803, 0.5704, -0.2407, 5.5012, 0.5614, -0.054, -0.9394, -0.1674, 0.1688, 0, -0.0694],
      scales: [0.057, 0.4516, 0.4388, 0.3003, 1.5351, 0.25, 0.9012, 0.4701, 0.1413, 2.3726, 1.5458, 0.1245, 0.4607],
      sds: [0.1477, 2.3936, 0.5791, 0.3096, 0.4088, 0.1149, 0.675, 0.1401, 0.2587, 0.8216, 0.0691, 0.0646, 0, 0.0767],
      levels: {},
    },
  ],
  levelSd: 0.5234,
  usual: [
    {
      share: 0.1,
      norms: {
        studyDaysLog: 1.5298,
        effortLog: 3.076,
        points: 0.6428,
        lateShare: 0.184,
        monthsSinceWork: 0.6896,
        coverage: 0.0554,
      },
      withoutPeersSd: 0.2897,
    },
    {
      share: 0.2,
      norms: {
        studyDaysLog: 2.3002,
        effortLog: 3.8516,
        points: 0.6447,
        lateShare: 0.1772,
        monthsSinceWork: 0.8604,
        coverage: 0.105,
      },
      withoutPeersSd: 0.4467,
    },
    {
      share: 0.4,
      norms: {
        studyDaysLog: 1.8771,
        effortLog: 3.1491,
        points: 0.6288,
        lateShare: 0.1782,
        monthsSinceWork: 1.0861,
        coverage: 0.1517,
      },
      withoutPeersSd: 0.3346,
    },
    {
      share: 0.6,
      norms: {
        studyDaysLog: 1.9489,
        effortLog: 3.2452,
        points: 0.6058,
        lateShare: 0.1837,
        monthsSinceWork: 1.3967,
        coverage: 0.188,
      },
      withoutPeersSd: 0.3468,
    },
    {
      share: 0.8,
      norms: {
        studyDaysLog: 1.6878,
        effortLog: 2.9534,
        points: 0.5859,
        lateShare: 0.1881,
        monthsSinceWork: 1.8372,
        coverage: 0.2256,
      },
      withoutPeersSd: 0.5365,
    },
    {
      share: 1,
      norms: {
        studyDaysLog: 1.3984,
        effortLog: 2.6157,
        points: 0.5839,
        lateShare: 0.1857,
        monthsSinceWork: 2.8866,
        coverage: 0.2546,
      },
      withoutPeersSd: 0.9042,
    },
  ],
};
