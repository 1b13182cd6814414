/**
 * The model of passing that Daymark comes with, written by `npm run readiness:fit`: data, not to be changed by hand.
 *
 * Fitted to the Open University Learning Analytics dataset (J. Kuzilek, M. Hlosta, Z. Zdrahal, Scientific Data 4:170171, 2017; CC BY 4.0):
 * AAA 2013J, BBB 2013B, BBB 2013J, BBB 2014B, CCC 2014B, DDD 2013B, DDD 2013J, DDD 2014B, EEE 2013J, EEE 2014B, FFF 2013B, FFF 2014B, GGG 2013J, GGG 2014B;
 * 19015 learners.
 */
import type { PassModel } from './pass-model.js';

export const FITTED: PassModel = {
  version: 'oulad-2013B-2013J-2014B-92d8745e',
  knots: [
    {
      share: 0.1,
      intercept: 0.4402,
      season: 0,
      coefficients: [0.3251, 0.7504, 0.4125, 0.1419, -0.1443, 2.972, 1.155, -0.8648, -2.2824, -0.3445, 0, 3.3932, -0.3084],
      scales: [0.1162, 0.2205, 0.2924, 0.3314, 0.3387, 0.0816, 0.4491, 0.3754, 0.047, 0.4196, 1.3433, 0.043, 0.4695],
      sds: [0.1238, 1.1937, 0.5735, 0.4812, 0.3516, 0.3538, 2.2122, 0.2946, 0.4947, 3.173, 0.3039, 0, 0.6573, 0.0414],
      levels: {},
    },
    {
      share: 0.2,
      intercept: 0.4589,
      season: 0,
      coefficients: [0.8342, 1.1748, 0.6408, 0.1374, -0.0727, 3.0844, 0.8545, -0.2104, -2.229, -0.4953, 0, 1.5353, -0.19],
      scales: [0.073, 0.3251, 0.2534, 0.3391, 0.4023, 0.1369, 0.679, 0.372, 0.0834, 0.587, 1.1488, 0.0533, 0.4691],
      sds: [0.1215, 1.7216, 0.4598, 0.5345, 0.3542, 0.3212, 1.0921, 0.1796, 0.3831, 1.4744, 0.2021, 0, 0.5379, 0.0448],
      levels: {},
    },
    {
      share: 0.4,
      intercept: 0.7626,
      season: 0,
      coefficients: [1.7674, 1.6339, 0.5196, 0.1169, -0.0515, 3.2346, 0.6837, -0.8492, -1.9733, -0.2739, 0.0673, 0, -0.122],
      scales: [0.0571, 0.421, 0.3377, 0.3539, 0.7893, 0.1921, 0.8511, 0.4098, 0.1139, 1.0229, 1.4254, 0.0735, 0.4679],
      sds: [0.1294, 2.1959, 0.4168, 0.3871, 0.3207, 0.1649, 0.7948, 0.1464, 0.3303, 1.0113, 0.137, 0.0434, 0, 0.0528],
      levels: {},
    },
    {
      share: 0.6,
      intercept: 0.9824,
      season: 0,
      coefficients: [0.9686, 1.6071, 0.8107, 0.1349, -0.0935, 4.1909, 0.5498, -0.7099, -1.4569, -0.3894, 0.0732, 0, -0.0416],
      scales: [0.0509, 0.4864, 0.3675, 0.388, 1.0734, 0.2206, 0.9563, 0.4371, 0.1312, 1.512, 1.5889, 0.0901, 0.469],
      sds: [0.1348, 2.4205, 0.4098, 0.3592, 0.2963, 0.143, 0.6963, 0.1303, 0.2982, 0.8777, 0.1015, 0.0483, 0, 0.0596],
      levels: {},
    },
    {
      share: 0.8,
      intercept: 1.4285,
      season: 0,
      coefficients: [2.3548, 2.056, 0.3032, 0.2264, -0.3191, 5.366, 0.4879, -0.2727, -0.8966, -0.288, 0.1743, 0, -0.031],
      scales: [0.0572, 0.4773, 0.4005, 0.3547, 1.3797, 0.2381, 0.9677, 0.4672, 0.1402, 2.0918, 1.615, 0.1089, 0.4653],
      sds: [0.1439, 2.2409, 0.4776, 0.3248, 0.3543, 0.1242, 0.6816, 0.1298, 0.2721, 0.8341, 0.0795, 0.0612, 0, 0.0675],
      levels: {},
    },
    {
      share: 1,
      intercept: 2.0037,
      season: 0,
      coefficients: [3.7666, 4.3369, 0.4028, 0.5674, -0.2424, 5.4784, 0.5654, -0.0521, -0.9439, -0.1715, 0.1648, 0, -0.0711],
      scales: [0.0525, 0.4516, 0.398, 0.3, 1.5351, 0.2497, 0.8926, 0.4701, 0.1406, 2.3634, 1.54, 0.1215, 0.4607],
      sds: [0.1479, 2.586, 0.5799, 0.3375, 0.4092, 0.1149, 0.6761, 0.1413, 0.2587, 0.8254, 0.0693, 0.0645, 0, 0.0766],
      levels: {},
    },
  ],
  levelSd: 0.5236,
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
      withoutPeersSd: 0.2903,
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
      withoutPeersSd: 0.4442,
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
      withoutPeersSd: 0.33,
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
      withoutPeersSd: 0.3389,
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
      withoutPeersSd: 0.5249,
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
      withoutPeersSd: 0.8976,
    },
  ],
};
