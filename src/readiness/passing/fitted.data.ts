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
      intercept: 0.437,
      season: 0,
      coefficients: [0.3069, 0.757, 0.4254, 0.1441, -0.1449, 3.0799, 1.1466, -0.8358, -2.2814, -0.3454, 0, 3.2737, -0.3087],
      scales: [0.1239, 0.2205, 0.2924, 0.3314, 0.3387, 0.0816, 0.4531, 0.3754, 0.047, 0.4196, 1.3436, 0.0434, 0.4695],
      sds: [0.1238, 1.1297, 0.5732, 0.4763, 0.3516, 0.3538, 2.2134, 0.2926, 0.4953, 3.173, 0.3039, 0, 0.6532, 0.0414],
      levels: {},
    },
    {
      share: 0.2,
      intercept: 0.4578,
      season: 0,
      coefficients: [0.8012, 1.2055, 0.665, 0.1283, -0.0727, 3.0505, 0.8559, -0.2102, -2.2294, -0.4957, 0, 1.416, -0.1915],
      scales: [0.0734, 0.3262, 0.2534, 0.3469, 0.4023, 0.1369, 0.6863, 0.372, 0.0834, 0.587, 1.1622, 0.0538, 0.4691],
      sds: [0.1214, 1.7131, 0.4588, 0.5342, 0.3467, 0.3213, 1.0919, 0.1779, 0.3831, 1.4744, 0.2021, 0, 0.5338, 0.0447],
      levels: {},
    },
    {
      share: 0.4,
      intercept: 0.7629,
      season: 0,
      coefficients: [1.8501, 1.6334, 0.5058, 0.1162, -0.0508, 3.2297, 0.6811, -0.8562, -1.9746, -0.2732, 0.066, 0, -0.1221],
      scales: [0.0574, 0.424, 0.3377, 0.3581, 0.7893, 0.1921, 0.866, 0.4098, 0.1139, 1.0229, 1.4292, 0.0739, 0.4679],
      sds: [0.1294, 2.1795, 0.4151, 0.3857, 0.317, 0.1649, 0.7951, 0.1442, 0.3305, 1.0113, 0.1371, 0.0434, 0, 0.0528],
      levels: {},
    },
    {
      share: 0.6,
      intercept: 0.9832,
      season: 0,
      coefficients: [0.9558, 1.6357, 0.8174, 0.1264, -0.086, 4.1445, 0.5494, -0.7123, -1.4517, -0.3913, 0.0723, 0, -0.042],
      scales: [0.0511, 0.4902, 0.3675, 0.397, 1.0734, 0.2206, 0.9708, 0.4371, 0.1313, 1.512, 1.5904, 0.0913, 0.469],
      sds: [0.1348, 2.4083, 0.4083, 0.3591, 0.2896, 0.1431, 0.6972, 0.1285, 0.2983, 0.8769, 0.1015, 0.0484, 0, 0.0596],
      levels: {},
    },
    {
      share: 0.8,
      intercept: 1.4404,
      season: 0,
      coefficients: [2.2414, 2.0945, 0.3062, 0.223, -0.3146, 5.3073, 0.4878, -0.2818, -0.8831, -0.2851, 0.1761, 0, -0.0304],
      scales: [0.0608, 0.4781, 0.4005, 0.3577, 1.3797, 0.2382, 0.9852, 0.4672, 0.1407, 2.093, 1.6196, 0.1113, 0.4653],
      sds: [0.1473, 2.1286, 0.4761, 0.3245, 0.3509, 0.1242, 0.7049, 0.1288, 0.2812, 0.8309, 0.0794, 0.0607, 0, 0.0676],
      levels: {},
    },
    {
      share: 1,
      intercept: 2.0064,
      season: 0,
      coefficients: [3.616, 4.3419, 0.4111, 0.5631, -0.2413, 5.4821, 0.5631, -0.0534, -0.9401, -0.1676, 0.1683, 0, -0.0698],
      scales: [0.0542, 0.4516, 0.398, 0.3003, 1.5351, 0.25, 0.9012, 0.4701, 0.1413, 2.3726, 1.5458, 0.1245, 0.4607],
      sds: [0.1478, 2.4997, 0.5796, 0.3366, 0.4087, 0.1149, 0.6756, 0.1402, 0.2587, 0.8216, 0.0691, 0.0643, 0, 0.0767],
      levels: {},
    },
  ],
  levelSd: 0.5232,
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
      withoutPeersSd: 0.2893,
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
      withoutPeersSd: 0.4457,
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
      withoutPeersSd: 0.3329,
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
      withoutPeersSd: 0.3428,
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
      withoutPeersSd: 0.5312,
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
      withoutPeersSd: 0.903,
    },
  ],
};
